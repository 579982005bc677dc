using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet whose work is asynchronous, on PowerShell's one thread.</summary>
public abstract class AsyncCmdlet : PSCmdlet, ICommandOutput, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    void ICommandOutput.WriteObject(object item) => WriteObject(item);

    void ICommandOutput.WriteError(Failure failure) => WriteError(failure.ToRecord());

    void ICommandOutput.WriteVerbose(string message) => WriteVerbose(message);

    void ICommandOutput.WriteWarning(string message) => WriteWarning(message);

    void ICommandOutput.WriteProgress(Progress progress)
    {
        ProgressRecord record = new(GetHashCode(), progress.Activity, progress.Status)
        {
            PercentComplete = progress.Percent ?? -1,
            RecordType = progress.Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        };
        WriteProgress(record);
    }

    bool ICommandOutput.Ask(string target, string action) => Ask(target, action);

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Frees what the cmdlet holds.</summary>
    /// <param name="disposing">False from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    /// <summary>Runs a body to its end; call on the pipeline's thread. A failure that leaves the body ends the command.</summary>
    private protected void Run(Func<IPipeline, Task> body)
    {
        using Pump pump = new(this, _stop.Token);
        try
        {
            pump.Run(body);
        }
        catch (FailureException failed)
        {
            ThrowTerminatingError(failed.Failure.ToRecord());
        }
    }

    /// <summary>Whether the user said to go ahead without being asked.</summary>
    private protected virtual bool Forced => false;

    /// <summary>
    /// Asks whether to go on, as -WhatIf and -Confirm have it. Where nobody can be asked, says so instead of waiting.
    /// </summary>
    private protected bool Ask(string target, string action)
    {
        if (Forced && !IsWhatIf && !MyInvocation.BoundParameters.ContainsKey("Confirm"))
        {
            WriteVerbose($"{action}: {target}");
            return true;
        }
        try
        {
            return ShouldProcess(target, action);
        }
        catch (Exception error) when (error is System.Management.Automation.Host.HostException or PSInvalidOperationException or NotImplementedException)
        {
            ThrowTerminatingError(Failures.ConfirmationImpossible(action, target).ToRecord());
            throw;
        }
    }

    /// <summary>Whether -WhatIf is in force, by parameter or by preference.</summary>
    private bool IsWhatIf
        => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
            ? LanguagePrimitives.IsTrue(given)
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));
}
