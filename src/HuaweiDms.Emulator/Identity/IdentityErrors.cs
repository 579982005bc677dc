using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Identity;

/// <summary>The error responses of the identity service.</summary>
internal static class IdentityErrors
{
    public static ApiErrorException InvalidBody() => new(400, "IAM.0011", "Request body is invalid.");

    public static ApiErrorException InvalidParameter(string name) => new(400, "IAM.0007", $"Request parameter {name} is invalid.");

    public static ApiErrorException WrongPassword() => new(401, "IAM.0001", "The username or password is wrong.");

    public static ApiErrorException NoSuchProject() => new(401, "IAM.0001", "The project of the scope does not exist or is not open to the user.");
}
