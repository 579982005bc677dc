namespace HuaweiDms.Emulator.Hosting;

/// <summary>What a caller must show to reach an operation.</summary>
internal enum Access
{
    /// <summary>The credentials of an account that owns the project in the path.</summary>
    Project,

    /// <summary>Any valid credentials.</summary>
    Account,

    /// <summary>Nothing: getting a token is what gives credentials.</summary>
    Anonymous,
}
