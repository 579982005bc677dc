using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using System.Net.Sockets;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Starts the service in miniature on this machine's loopback address.</summary>
[Cmdlet(VerbsLifecycle.Start, "DmsEmulator")]
[OutputType("HuaweiDms.Emulator.DmsEmulator")]
public sealed class StartDmsEmulator : AsyncCmdlet
{
    /// <summary>The port to listen on; 0 takes a free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    [Integer]
    public int Port { get; set; }

    /// <summary>The access key that is accepted.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret key that is accepted. It protects nothing but the emulator.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>A file for the state: read if it exists, written after changes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>A file to which every exchange is appended as a line of JSON, secrets masked.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RecordPath { get; set; }

    /// <summary>Begins without the sample project.</summary>
    [Parameter]
    public SwitchParameter Empty { get; set; }

    /// <summary>How many times faster than the service it works; 90 by default, so that a restart takes about two seconds.</summary>
    [Parameter]
    [ValidateRange(0.001, 1_000_000.0)]
    public double Speed { get; set; } = 90;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        DmsEmulator? emulator = null;
        string? file = RecordPath;
        try
        {
            DmsEmulatorOptions options = Options();
            if (options.RecordPath is not null)
                Probe(options.RecordPath);
            file = Path ?? RecordPath;
            emulator = new DmsEmulator(options);
            // A file that cannot be written is better known now than when there is something to lose.
            emulator.Save();
            emulator.Listen(Port);
        }
        catch (Exception error) when (error is SocketException or IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            if (emulator is not null)
                EmulatorHost.Stop(emulator);
            ThrowTerminatingError((error is SocketException
                ? Failures.EmulatorPortInUse(Port, error)
                : Failures.EmulatorFileUnusable(file!, error)));
        }
        WriteObject(EmulatorHost.Add(emulator!));
    }

    /// <summary>Whether something can be appended to a file: where the emulator itself finds that it cannot, nobody knows which of its files it is.</summary>
    private static void Probe(string file)
    {
        using FileStream recording = new(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
    }

    private DmsEmulatorOptions Options()
    {
        DmsEmulatorOptions defaults = new();
        return new()
        {
            AccessKey = AccessKey ?? defaults.AccessKey,
            SecretKey = SecretKey ?? defaults.SecretKey,
            Path = Path is null ? null : FileAt(nameof(Path), Path),
            RecordPath = RecordPath is null ? null : FileAt(nameof(RecordPath), RecordPath),
            Empty = Empty,
            Speed = Speed,
        };
    }
}
