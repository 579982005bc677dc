namespace HuaweiDms.Emulator;

/// <summary>How an emulated service is set up.</summary>
public sealed class DmsEmulatorOptions
{
    /// <summary>The access key that signs requests. Obviously fake by default.</summary>
    public string AccessKey { get; set; } = "EMULATORACCESSKEY001";

    /// <summary>The secret key that goes with <see cref="AccessKey"/>.</summary>
    public string SecretKey { get; set; } = "emulator-secret-key";

    /// <summary>The project that the credentials belong to: 32 hexadecimal digits.</summary>
    public string ProjectId { get; set; } = "0e5a7c1d4b3f4f6e9d2c8b1a70e5a7c1";

    /// <summary>The region, which is also the name of the project.</summary>
    public string Region { get; set; } = "emulator";

    /// <summary>The account's name, for tokens (section 3.2).</summary>
    public string DomainName { get; set; } = "emulator-domain";

    /// <summary>The user's name, for tokens (section 3.2).</summary>
    public string UserName { get; set; } = "emulator-user";

    /// <summary>The user's password, for tokens (section 3.2).</summary>
    public string Password { get; set; } = "Emulator-Password-1";

    /// <summary>Starts without the sample instances.</summary>
    public bool Empty { get; set; }

    /// <summary>
    /// How much shorter the service's usual durations become: a restart that takes 180 s there takes 2 s at 90.
    /// Clocks and expiry times are not affected.
    /// </summary>
    public double Speed { get; set; } = 90;

    /// <summary>A file that keeps the state: loaded if it exists, written after changes and at the end.</summary>
    public string? Path { get; set; }

    /// <summary>A file that gets a line of JSON for each exchange, with secrets masked.</summary>
    public string? RecordPath { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    public IEmulatorClock? Clock { get; set; }

    /// <summary>Where the series of made-up identifiers begins: the same seed and the same requests give the same identifiers.</summary>
    public int Seed { get; set; } = 1;
}
