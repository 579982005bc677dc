using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using System.Net.Sockets;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Starts an emulator of the service on the loopback address of this machine.</summary>
[Cmdlet(VerbsLifecycle.Start, "DmsEmulator")]
[OutputType("HuaweiDms.Emulator.DmsEmulator")]
public sealed class StartDmsEmulator : AsyncCmdlet
{
    /// <summary>The port to listen on; 0 selects a free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    [Integer]
    public int Port { get; set; }

    /// <summary>The access key that the emulator accepts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret key that the emulator accepts. It protects nothing but the emulator.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The file for the state: read if it exists, written after changes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The file to which every exchange is appended as a line of JSON, with secrets masked.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RecordPath { get; set; }

    /// <summary>Starts without the sample project.</summary>
    [Parameter]
    public SwitchParameter Empty { get; set; }

    /// <summary>How many times faster than the service the emulator runs; 90 by default: a restart takes about two seconds.</summary>
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
            // Detects a file that cannot be written before there is any state to lose.
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
        catch (FailureException unusable)
        {
            ThrowTerminatingError(unusable.Failure);
        }
        WriteObject(EmulatorHost.Add(emulator!));
    }

    /// <summary>Throws if the file cannot be appended to. The emulator's own error would not show which of its files it is.</summary>
    private static void Probe(string file)
    {
        using FileStream recording = new(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
    }

    /// <exception cref="FailureException">The folder does not exist.</exception>
    private string FileFor(string parameter, string path)
    {
        string file = FileAt(parameter, path);
        OutputFile.Check(file, noClobber: false, withFolder: false, Failures.EmulatorFileUnusable);
        return file;
    }

    private DmsEmulatorOptions Options()
    {
        DmsEmulatorOptions defaults = new();
        return new()
        {
            AccessKey = AccessKey ?? defaults.AccessKey,
            SecretKey = SecretKey ?? defaults.SecretKey,
            Path = Path is null ? null : FileFor(nameof(Path), Path),
            RecordPath = RecordPath is null ? null : FileFor(nameof(RecordPath), RecordPath),
            Empty = Empty,
            Speed = Speed,
        };
    }
}
