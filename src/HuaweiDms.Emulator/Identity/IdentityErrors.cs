using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Identity;

/// <summary>The refusals of identity management.</summary>
internal static class IdentityErrors
{
    public static RefusalException InvalidRequest() => new(400, "IAM.0001", "The request body or a parameter is invalid.");

    public static RefusalException WrongPassword() => new(401, "IAM.0011", "The username or password is wrong.");

    public static RefusalException NoSuchProject() => new(401, "IAM.0012", "The project of the scope does not exist or is not available to the user.");
}
