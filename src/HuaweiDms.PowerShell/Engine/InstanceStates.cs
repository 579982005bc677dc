namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads the state of an instance for a wait.</summary>
internal static class InstanceStates
{
    /// <param name="context">Where the instance is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="subject">As a person would name it.</param>
    /// <param name="target">The object of a failure's record.</param>
    /// <param name="missing">The state of one that is not there: gone, or not there yet; null makes it an error.</param>
    public static WaitTarget Target(DmsContext context, string id, string subject, object target, string? missing)
        => new(subject, target, stop => ReadAsync(context, id, missing, stop));

    private static async Task<string> ReadAsync(DmsContext context, string id, string? missing, CancellationToken stop)
    {
        try
        {
            Instance instance = await context.Client.Instances.GetAsync(id, stop).ConfigureAwait(false);
            return instance.Status ?? "unknown";
        }
        catch (DmsException gone) when (gone.Kind == DmsErrorKind.NotFound && missing is not null)
        {
            return missing;
        }
    }
}
