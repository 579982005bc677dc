using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet whose work is asynchronous, on PowerShell's one thread.</summary>
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

    /// <summary>Reports a failure that does not end the command, to the platform that runs the script as well.</summary>
    /// <param name="error">The failure.</param>
    protected new void WriteError(ErrorRecord error)
    {
        string? action = ActionFor("ErrorAction", "ErrorActionPreference");
        if (_ci is not null && IsShown(action) && !(action == "Stop" && IsCaught()))
            Annotate("error", error.ToString());
        base.WriteError(InLog(error));
    }

    /// <summary>The same for what is said in the module's own words.</summary>
    private protected void WriteError(Failure failure) => WriteError(failure.ToRecord());

    /// <summary>Ends the command, and tells the platform that runs the script as well.</summary>
    /// <param name="error">Why.</param>
    protected new void ThrowTerminatingError(ErrorRecord error)
    {
        if (_ci is not null && IsShown($"{GetVariableValue("ErrorActionPreference")}") && !IsCaught())
            Annotate("error", error.ToString());
        base.ThrowTerminatingError(InLog(error));
    }

    /// <summary>The same for what is said in the module's own words.</summary>
    private protected void ThrowTerminatingError(Failure failure) => ThrowTerminatingError(failure.ToRecord());

    /// <summary>Warns, the platform that runs the script as well.</summary>
    /// <param name="message">What of.</param>
    protected new void WriteWarning(string message)
    {
        if (_ci is not null && IsShown(ActionFor("WarningAction", "WarningPreference")))
            Annotate("warning", message);
        base.WriteWarning(InLog(message));
    }

    /// <summary>
    /// Tells of what goes on, where -Verbose asks for it. PowerShell takes -Debug alone for a wish to be asked at each line; then they
    /// are lines of -Debug, at which nobody is asked.
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
            // Comes from a thread of its own, and may come when the command has ended by itself.
        }
    }

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
            ThrowTerminatingError(failed.Failure);
        }
    }

    /// <summary>What a look that sends nothing finds; its failure ends the command. Call on the pipeline's thread.</summary>
    private protected T OrEnd<T>(Func<T> look)
        where T : class
    {
        try
        {
            return look();
        }
        catch (FailureException failed)
        {
            ThrowTerminatingError(failed.Failure);
            throw;
        }
    }

    /// <summary>Set where only some of what a cmdlet does loses something, and what is asked about next does not: it is of medium impact then.</summary>
    private protected bool IsHarmless { get; set; }

    /// <summary>
    /// Asks whether to go on, as -WhatIf and -Confirm have it. Where nobody can be asked, says so instead of waiting.
    /// </summary>
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
            // NullReferenceException is what PowerShell's own console meets where its input has ended, as under cron; RemoteException
            // what a job hears from whoever receives it and cannot ask.
            ThrowTerminatingError(Failures.ConfirmationImpossible(action, target, this is IForceable));
            throw;
        }
    }

    /// <summary>Whether -WhatIf is in force, by parameter or by preference.</summary>
    private bool IsWhatIf
        => MyInvocation.BoundParameters.ContainsKey("WhatIf") ? IsOn("WhatIf") : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Whether a switch was given, and not as <c>:$false</c>.</summary>
    private bool IsOn(string parameter) => MyInvocation.BoundParameters.TryGetValue(parameter, out object? given) && LanguagePrimitives.IsTrue(given);

    /// <summary>Whether somebody lowered $ConfirmPreference, so that what loses nothing is asked about, too.</summary>
    private bool ConfirmsMediumImpact
        => $"{GetVariableValue("ConfirmPreference")}".ToUpperInvariant() is "LOW" or "MEDIUM";

    /// <summary>The full path of a file or a folder, as the session has it. Call on the pipeline's thread; what can be none ends the command.</summary>
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
            // A drive that there is not, or characters that no path has.
        }
        ThrowTerminatingError(Failures.InvalidArgument(parameter, path, Text.NoFileRule));
        throw new InvalidOperationException(path);
    }

    private void Annotate(string level, string message)
        => WriteLines([_ci!.Annotation(level, MyInvocation.MyCommand.Name, message, MyInvocation.ScriptName, MyInvocation.ScriptLineNumber)]);

    /// <summary>A text as PowerShell is to show it; its lines stand in the log of the platform, too, which looks for commands in them.</summary>
    private string InLog(string text) => _listening is null ? Printable.Of(text) : _listening.Inert(Printable.Of(text));

    private ErrorRecord InLog(ErrorRecord error)
    {
        if (_listening is not null && error.ErrorDetails is { Message: { } message })
            error.ErrorDetails = new ErrorDetails(_listening.Inert(message));
        return error;
    }

    /// <summary>As Write-Host does: to the screen, whatever becomes of the output.</summary>
    private void WriteLines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            WriteInformation(new HostInformationMessage { Message = line }, ["PSHOST"]);
    }

    private string? ActionFor(string parameter, string preference)
        => (MyInvocation.BoundParameters.TryGetValue(parameter, out object? given) ? given : GetVariableValue(preference))?.ToString();

    private static bool IsShown(string? action) => action is not ("SilentlyContinue" or "Ignore");

    /// <summary>
    /// What a script catches it deals with; in the summary of a run it would look like a failure of the run. Where nobody can tell,
    /// it counts as one: the error itself is what matters.
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
