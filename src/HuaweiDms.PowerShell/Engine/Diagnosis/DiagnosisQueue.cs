namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Runs one diagnosis per instance at a time, which is the limit of the service, and also waits for those that others started.
/// </summary>
/// <param name="context">The connection.</param>
/// <param name="instanceId">The instance.</param>
internal sealed class DiagnosisQueue(DmsContext context, string instanceId) : IDisposable
{
    private const string Free = "free";

    private readonly SemaphoreSlim _slot = new(1, 1);

    /// <summary>Runs the work when it is its turn.</summary>
    public async Task<object?> RunAsync(SendAndWait run, string subject, Func<Task<object?>> work, CancellationToken cancellationToken)
    {
        await _slot.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                try
                {
                    return await work().ConfigureAwait(false);
                }
                catch (DmsException busy) when (busy.Kind == DmsErrorKind.Busy)
                {
                    // Other reasons for being busy are not waited for.
                    if (await ReadStateAsync(cancellationToken).ConfigureAwait(false) == Free)
                        throw;
                }
                await run.WaitAsync(new(subject, subject, ReadStateAsync) { ShownBy = "Get-DmsDiagnosis" }, WaitGoal.AnyOf(Free)).ConfigureAwait(false);
            }
        }
        finally
        {
            _slot.Release();
        }
    }

    public void Dispose() => _slot.Dispose();

    private async Task<string> ReadStateAsync(CancellationToken cancellationToken)
    {
        await foreach (DiagnosisSummary diagnosis in context.Client.Diagnosis.List(instanceId).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(diagnosis.Status, "diagnosing", StringComparison.OrdinalIgnoreCase))
                return $"diagnosing {diagnosis.ConsumerGroup}";
        }
        return Free;
    }
}
