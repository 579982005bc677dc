using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Identity;

/// <summary>The error responses of the identity service.</summary>
internal static class IdentityErrors
{
    public static RefusalException InvalidBody() => new(400, "IAM.0011", "Request body is invalid.");

    public static RefusalException InvalidParameter(string name) => new(400, "IAM.0007", $"Request parameter {name} is invalid.");

    public static RefusalException WrongPassword() => new(401, "IAM.0001", "The username or password is wrong.");

    public static RefusalException NoSuchProject() => new(401, "IAM.0001", "The project of the scope does not exist or is not open to the user.");
}
