namespace HuaweiDms.PowerShell.Engine;

/// <summary>Steps of one kind that do not depend on each other.</summary>
/// <param name="Purpose">What they do, in the sentence of a failure.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Send">Sends some of them with one request; what comes back is what the service says of each, or null where all are done.</param>
internal sealed record ImportStage(
    string Purpose, IReadOnlyList<ImportStep> Steps, Func<IReadOnlyList<ImportStep>, IPipeline, Task<IReadOnlyList<ActionResult>?>> Send)
{
    /// <summary>The most steps that one request takes.</summary>
    public int Size { get; init; } = 1;

    /// <summary>Whether an instance does one after the other, each by a background task.</summary>
    public bool IsOneByOne { get; init; }

    /// <summary>Steps that are sent each by itself.</summary>
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
