namespace HuaweiDms.PowerShell.Engine;

/// <summary>Steps of one kind that do not depend on each other.</summary>
/// <param name="Purpose">The action, for error messages.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Send">Sends some of the steps with one request and returns the service's result for each, or null if all succeeded.</param>
internal sealed record ImportStage(
    string Purpose, IReadOnlyList<ImportStep> Steps, Func<IReadOnlyList<ImportStep>, IPipeline, Task<IReadOnlyList<ActionResult>?>> Send)
{
    /// <summary>The maximum number of steps per request.</summary>
    public int Size { get; init; } = 1;

    /// <summary>Whether an instance runs the steps one at a time, each as a background task.</summary>
    public bool IsOneByOne { get; init; }

    /// <summary>Creates a stage that sends each step separately.</summary>
    public static ImportStage Each(string purpose, IReadOnlyList<ImportStep> steps, Func<ImportStep, IPipeline, Task> send, bool isOneByOne = false)
        => new(purpose, steps, async (some, pipeline) =>
        {
            await send(some[0], pipeline).ConfigureAwait(false);
            return null;
        })
        {
            IsOneByOne = isOneByOne,
        };
}
