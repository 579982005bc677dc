namespace HuaweiDms.Emulator.Hosting;

/// <summary>The credentials that an operation requires.</summary>
internal enum Access
{
    /// <summary>Credentials of an account that owns the project in the path.</summary>
    Project,

    /// <summary>Any valid credentials.</summary>
    Account,

    /// <summary>None: the operation issues tokens.</summary>
    Anonymous,
}
