using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet whose work is asynchronous, while PowerShell has a single pipeline thread.</summary>
public abstract partial class AsyncCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // This runs on another thread, possibly after the command has ended.
        }
    }

    /// <summary>Releases the resources of the cmdlet.</summary>
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
            ThrowTerminatingError(failed.Failure);
        }
    }

    /// <summary>Runs a function that sends nothing; a failure ends the command. Call on the pipeline's thread.</summary>
    private protected T OrEnd<T>(Func<T> function)
        where T : class
    {
        try
        {
            return function();
        }
        catch (FailureException failed)
        {
            ThrowTerminatingError(failed.Failure);
            throw;
        }
    }

    /// <summary>Prompts according to -WhatIf and -Confirm. If the session cannot prompt, throws an error instead of waiting.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How.</param>
    /// <param name="isHarmless">Whether nothing is lost although the command may lose data; the action then has medium impact.</param>
    private protected bool Ask(string target, string action, bool isHarmless = false)
    {
        if (IsForced || (isHarmless && !ConfirmsMediumImpact && !IsChosen))
        {
            WriteVerbose($"{action}: {target}");
            return true;
        }
        try
        {
            return ShouldProcess(InLog(target), InLog(action));
        }
        catch (Exception error) when (error is System.Management.Automation.Host.HostException or PSInvalidOperationException
            or NotImplementedException or NullReferenceException or RemoteException)
        {
            // PowerShell's own console throws NullReferenceException when its input has ended, as under cron; a job gets RemoteException
            // if its receiver cannot prompt.
            ThrowTerminatingError(Failures.ConfirmationImpossible(action, target, this is IForceable));
            throw;
        }
    }

    /// <summary>Whether -Force makes <see cref="Ask"/> agree to everything, so that nothing needs to be read for a prompt.</summary>
    private protected bool IsForced => this is IForceable { Force.IsPresent: true } && !IsChosen;

    /// <summary>Whether -WhatIf is in effect, by parameter or by preference.</summary>
    private protected bool IsWhatIf
        => MyInvocation.BoundParameters.ContainsKey("WhatIf") ? IsOn("WhatIf") : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Whether the user chose -WhatIf or -Confirm, which -Force does not override.</summary>
    private bool IsChosen => IsWhatIf || MyInvocation.BoundParameters.ContainsKey("Confirm");

    /// <summary>Whether a switch was given other than as <c>:$false</c>.</summary>
    private bool IsOn(string parameter) => MyInvocation.BoundParameters.TryGetValue(parameter, out object? given) && LanguagePrimitives.IsTrue(given);

    /// <summary>Whether $ConfirmPreference was lowered, so that harmless actions also prompt.</summary>
    private bool ConfirmsMediumImpact
        => $"{GetVariableValue("ConfirmPreference")}".ToUpperInvariant() is "LOW" or "MEDIUM";

    /// <summary>
    /// The full path of a file or a folder in the session. Call on the pipeline's thread; an invalid path ends the command.
    /// </summary>
    private protected string FileAt(string parameter, string path)
    {
        try
        {
            string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (provider.Name == "FileSystem")
                return Path.GetFullPath(file);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException or PathTooLongException
            or (RuntimeException and not PipelineStoppedException))
        {
            // The drive does not exist, or the path has invalid characters.
        }
        ThrowTerminatingError(Failures.InvalidArgument(parameter, path, Text.NoFileRule));
        throw new InvalidOperationException(path);
    }
}
