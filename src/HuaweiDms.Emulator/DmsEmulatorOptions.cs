namespace HuaweiDms.Emulator;

/// <summary>The settings of an emulator.</summary>
public sealed class DmsEmulatorOptions
{
    /// <summary>The access key that signs requests. The default is obviously fake.</summary>
    public string AccessKey { get; set; } = "EMULATORACCESSKEY001";

    /// <summary>The secret key that belongs to <see cref="AccessKey"/>.</summary>
    public string SecretKey { get; set; } = "emulator-secret-key";

    /// <summary>The project that the credentials belong to: 32 hexadecimal digits.</summary>
    public string ProjectId { get; set; } = "0e5a7c1d4b3f4f6e9d2c8b1a70e5a7c1";

    /// <summary>The region, which is also the name of the project.</summary>
    public string Region { get; set; } = "emulator";

    /// <summary>The account's name, for tokens (section 3.2).</summary>
    public string DomainName { get; set; } = "emulator-domain";

    /// <summary>The user name, for tokens (section 3.2).</summary>
    public string UserName { get; set; } = "emulator-user";

    /// <summary>The user's password, for tokens (section 3.2).</summary>
    public string Password { get; set; } = "Emulator-Password-1";

    /// <summary>Whether to start without the sample instances.</summary>
    public bool Empty { get; set; }

    /// <summary>
    /// The factor by which the service's usual durations are shortened: at 90, a restart that takes 180 s at the service takes 2
    /// s. Clocks and expiry times are not affected.
    /// </summary>
    public double Speed { get; set; } = 90;

    /// <summary>The state file: loaded if it exists, written after changes and on disposal.</summary>
    public string? Path { get; set; }

    /// <summary>A file that receives one line of JSON per request and response, with secrets masked.</summary>
    public string? RecordPath { get; set; }

    /// <summary>The clock; the system clock by default.</summary>
    public IEmulatorClock? Clock { get; set; }

    /// <summary>The seed for generated identifiers: the same seed and the same requests produce the same identifiers.</summary>
    public int Seed { get; set; } = 1;
}
