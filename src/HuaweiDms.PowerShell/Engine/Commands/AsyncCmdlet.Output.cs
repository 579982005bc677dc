using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <content>Errors, warnings, verbose output and progress, which also go to the log of the CI platform.</content>
public abstract partial class AsyncCmdlet : ICommandOutput
{
    private readonly CiLog? _ci = CiLog.Current;
    private readonly CiLog? _listening = CiLog.Listening;
    private WaitLog? _waits;

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

    bool ICommandOutput.Ask(string target, string action, bool isHarmless) => Ask(target, action, isHarmless);

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
    /// for which PowerShell 7 does not prompt. Windows PowerShell prompts for both.
    /// </summary>
    /// <param name="text">What goes on.</param>
    protected new void WriteVerbose(string text)
    {
        if (IsOn("Debug") && !MyInvocation.BoundParameters.ContainsKey("Verbose"))
            WriteDebug(InLog(text));
        else
            base.WriteVerbose(InLog(text));
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
