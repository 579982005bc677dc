using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet whose work is asynchronous, while PowerShell has a single pipeline thread.</summary>
public abstract class AsyncCmdlet : PSCmdlet, ICommandOutput, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CiLog? _ci = CiLog.Current;
    private readonly CiLog? _listening = CiLog.Listening;
    private WaitLog? _waits;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    void ICommandOutput.WriteObject(object item) => WriteObject(item);

    void ICommandOutput.WriteError(Failure failure) => WriteError(failure);

    void ICommandOutput.WriteVerbose(string message) => WriteVerbose(message);

    void ICommandOutput.WriteWarning(string message) => WriteWarning(message);

    void ICommandOutput.WriteProgress(Progress progress)
    {
        ProgressRecord record = new(GetHashCode(), InLog(progress.Activity), InLog(progress.Status))
        {
            PercentComplete = progress.Percent ?? -1,
            RecordType = progress.Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        };
        WriteProgress(record);
        if (_ci is not null)
        {
            _waits ??= new();
            WriteLines(_waits.Note(progress, _ci));
            if (progress.Completed)
                _waits = null;
        }
    }

    bool ICommandOutput.Ask(string target, string action) => Ask(target, action);

    /// <summary>Writes a non-terminating error, also to the log of the CI platform.</summary>
    /// <param name="error">The failure.</param>
    protected new void WriteError(ErrorRecord error)
    {
        string? action = ActionFor("ErrorAction", "ErrorActionPreference");
        if (_ci is not null && IsShown(action) && !(action == "Stop" && IsCaught()))
            Annotate("error", error.ToString());
        base.WriteError(InLog(error));
    }

    /// <summary>Writes a failure as a non-terminating error.</summary>
    private protected void WriteError(Failure failure) => WriteError(failure.ToRecord());

    /// <summary>Ends the command with an error, which is also written to the log of the CI platform.</summary>
    /// <param name="error">Why.</param>
    protected new void ThrowTerminatingError(ErrorRecord error)
    {
        if (_ci is not null && IsShown($"{GetVariableValue("ErrorActionPreference")}") && !IsCaught())
            Annotate("error", error.ToString());
        base.ThrowTerminatingError(InLog(error));
    }

    /// <summary>Ends the command with a failure.</summary>
    private protected void ThrowTerminatingError(Failure failure) => ThrowTerminatingError(failure.ToRecord());

    /// <summary>Writes a warning, also to the log of the CI platform.</summary>
    /// <param name="message">What of.</param>
    protected new void WriteWarning(string message)
    {
        if (_ci is not null && IsShown(ActionFor("WarningAction", "WarningPreference")))
            Annotate("warning", message);
        base.WriteWarning(InLog(message));
    }

    /// <summary>
    /// Writes verbose output. With -Debug alone, PowerShell would prompt at each line; the lines are then written as debug output,
    /// which does not prompt.
    /// </summary>
    /// <param name="text">What goes on.</param>
    protected new void WriteVerbose(string text)
    {
        if (IsOn("Debug") && !MyInvocation.BoundParameters.ContainsKey("Verbose"))
            WriteDebug(InLog(text));
        else
            base.WriteVerbose(InLog(text));
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

    /// <summary>
    /// Set by a cmdlet of which only some actions lose data, before it prompts for one that does not; that action then has medium
    /// impact.
    /// </summary>
    private protected bool IsHarmless { get; set; }

    /// <summary>Prompts according to -WhatIf and -Confirm. If the session cannot prompt, throws an error instead of waiting.</summary>
    private protected bool Ask(string target, string action)
    {
        if ((this is IForceable { Force.IsPresent: true } || (IsHarmless && !ConfirmsMediumImpact)) && !IsWhatIf && !MyInvocation.BoundParameters.ContainsKey("Confirm"))
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

    /// <summary>Whether -WhatIf is in effect, by parameter or by preference.</summary>
    private bool IsWhatIf
        => MyInvocation.BoundParameters.ContainsKey("WhatIf") ? IsOn("WhatIf") : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

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
        catch (Exception wrong) when (wrong is RuntimeException or ArgumentException or NotSupportedException or PathTooLongException)
        {
            // The drive does not exist, or the path has invalid characters.
        }
        ThrowTerminatingError(Failures.InvalidArgument(parameter, path, Text.NoFileRule));
        throw new InvalidOperationException(path);
    }

    private void Annotate(string level, string message)
        => WriteLines([_ci!.Annotation(level, MyInvocation.MyCommand.Name, message, MyInvocation.ScriptName, MyInvocation.ScriptLineNumber)]);

    /// <summary>A text as PowerShell shows it. The CI log also contains these lines, and the platform looks for commands in them.</summary>
    private string InLog(string text) => _listening is null ? Printable.Of(text) : _listening.Inert(Printable.Of(text));

    private ErrorRecord InLog(ErrorRecord error)
    {
        if (_listening is not null && error.ErrorDetails is { Message: { } message })
            error.ErrorDetails = new ErrorDetails(_listening.Inert(message));
        return error;
    }

    /// <summary>Writes to the screen like Write-Host, even if the output is redirected.</summary>
    private void WriteLines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            WriteInformation(new HostInformationMessage { Message = line }, ["PSHOST"]);
    }

    private string? ActionFor(string parameter, string preference)
        => (MyInvocation.BoundParameters.TryGetValue(parameter, out object? given) ? given : GetVariableValue(preference))?.ToString();

    private static bool IsShown(string? action) => action is not ("SilentlyContinue" or "Ignore");

    /// <summary>
    /// Whether a script catches the error and handles it; in the summary of a run it would look like a failed run. If this is
    /// unknown, the error counts as uncaught, because errors matter more.
    /// </summary>
    private bool IsCaught()
    {
        try
        {
            return CatchingScripts.Surround(InvokeCommand.InvokeScript("Get-PSCallStack").Select(frame => frame.BaseObject).OfType<CallStackFrame>());
        }
        catch (RuntimeException)
        {
            // A host may have a session without the command.
            return false;
        }
    }
}
