using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Makes something go wrong in emulators on purpose, to see how a script bears it. Reset-DmsEmulator takes all faults away.</summary>
[Cmdlet(VerbsCommon.Add, "DmsEmulatorFault")]
[OutputType("HuaweiDms.Emulator.Fault")]
public sealed class AddDmsEmulatorFault : EmulatorCmdlet
{
    /// <summary>The method it strikes; any by default.</summary>
    [Parameter]
    [CanonicalCase(typeof(AddDmsEmulatorFault))]
    [ValidateSet("GET", "POST", "PUT", "DELETE")]
    public string? Method { get; set; }

    /// <summary>The path it strikes, with wildcards, such as */instances/action; any by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>What happens: Latency answers later, Status answers with an error, Reset closes the connection, Truncate sends half an answer, Stall sends half an answer and then nothing.</summary>
    [Parameter(Mandatory = true)]
    [CanonicalCase(typeof(AddDmsEmulatorFault))]
    [ValidateSet("Latency", "Status", "Reset", "Truncate", "Stall")]
    public string Action { get; set; } = string.Empty;

    /// <summary>The HTTP status of the answer, for Status.</summary>
    [Parameter]
    [ValidateRange(100, 599)]
    [Integer]
    public int StatusCode { get; set; } = 500;

    /// <summary>The error code in the answer, such as DMS.00400026.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ErrorCode { get; set; }

    /// <summary>The message in the answer.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ErrorMessage { get; set; }

    /// <summary>How long the answer asks to wait.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The body of the answer in place of the service's error; empty sends none.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Body { get; set; }

    /// <summary>The content type of the body, such as text/html.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    /// <summary>Time that passes first.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan? Latency { get; set; }

    /// <summary>Strikes every n-th matching request.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? Every { get; set; }

    /// <summary>Strikes among the first n matching requests only.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? First { get; set; }

    /// <summary>Strikes n times at most.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? Limit { get; set; }

    /// <summary>Lets the request take effect before the fault strikes, so that its outcome is unknown to the caller.</summary>
    [Parameter]
    public SwitchParameter AfterProcessing { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DmsEmulator emulator in Find())
            WriteObject(emulator.Faults.Add(CreateFault()));
    }

    private Fault CreateFault()
        => new()
        {
            Method = Method,
            Path = Path,
            Action = (FaultAction)Enum.Parse(typeof(FaultAction), Action),
            StatusCode = StatusCode,
            ErrorCode = ErrorCode,
            ErrorMessage = ErrorMessage,
            RetryAfter = RetryAfter,
            Body = Body,
            ContentType = ContentType,
            Latency = Latency ?? TimeSpan.Zero,
            Every = Every,
            First = First,
            Limit = Limit,
            AfterProcessing = AfterProcessing,
        };
}
