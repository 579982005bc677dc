using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Adds a fault to emulators, to test how a script handles it. Reset-DmsEmulator removes all faults.</summary>
[Cmdlet(VerbsCommon.Add, "DmsEmulatorFault")]
[OutputType("HuaweiDms.Emulator.Fault")]
public sealed class AddDmsEmulatorFault : EmulatorCmdlet
{
    private static readonly string[] StatusOptions
        = [nameof(StatusCode), nameof(ErrorCode), nameof(ErrorMessage), nameof(RetryAfter), nameof(Body), nameof(ContentType)];

    /// <summary>The HTTP method to which the fault applies. If omitted, any.</summary>
    [Parameter]
    [CanonicalCase(typeof(AddDmsEmulatorFault))]
    [ValidateSet("GET", "POST", "PUT", "DELETE")]
    public string? Method { get; set; }

    /// <summary>The path to which the fault applies, such as */instances/action. Wildcards are permitted. If omitted, any.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FaultPathCompleter))]
    public string? Path { get; set; }

    /// <summary>
    /// The kind of fault: Latency delays the response, Status responds with an error, Reset closes the connection, Truncate sends half
    /// a response, Stall sends half a response and then nothing.
    /// </summary>
    [Parameter(Mandatory = true)]
    [CanonicalCase(typeof(AddDmsEmulatorFault))]
    [ValidateSet("Latency", "Status", "Reset", "Truncate", "Stall")]
    public string Action { get; set; } = string.Empty;

    /// <summary>The HTTP status of the response, for Status.</summary>
    [Parameter]
    [ValidateRange(100, 599)]
    [Integer]
    public int StatusCode { get; set; } = 500;

    /// <summary>The error code in the response, such as DMS.00400026.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ErrorCode { get; set; }

    /// <summary>The error message in the response.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ErrorMessage { get; set; }

    /// <summary>The time to wait that the response asks for.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The response body, instead of the error of the service; an empty one sends no body.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Body { get; set; }

    /// <summary>The content type of the body, such as text/html.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    /// <summary>The delay before the response.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan? Latency { get; set; }

    /// <summary>Applies to every n-th matching request.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? Every { get; set; }

    /// <summary>Applies only to the first n matching requests.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? First { get; set; }

    /// <summary>Applies at most n times.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? Limit { get; set; }

    /// <summary>Processes the request before the fault occurs, so that the caller does not know the outcome.</summary>
    [Parameter]
    public SwitchParameter AfterProcessing { get; set; }

    /// <summary>An option that the action would ignore is a mistake in the test that uses it.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Action == nameof(FaultAction.Latency) && Latency is null)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(Latency), Latency, Text.FaultLatencyRule));
        if (Action != nameof(FaultAction.Status) && Array.Find(StatusOptions, MyInvocation.BoundParameters.ContainsKey) is { } option)
            ThrowTerminatingError(Failures.InvalidArgument(option, MyInvocation.BoundParameters[option], Format(Text.FaultOptionRule, Action)));
    }

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
