using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Dcs;

/// <summary>The error responses of the Distributed Cache Service. They carry a third field, which is always null.</summary>
internal static class DcsErrors
{
    public static BodyErrors Body { get; } = new(
        () => Error("DCS.4004", "The request body is empty."),
        () => Error("DCS.4005", "The request body is not valid JSON."),
        field => Error("DCS.4062", $"Invalid parameter {field} in the request."));

    public static ApiErrorException InvalidAction() => Error("DCS.4064", "The action parameter in the request is invalid.");

    public static ApiErrorException InvalidInstances() => Error("DCS.4065", "The instances parameter in the request is empty or invalid.");

    public static ApiErrorException Unsupported(string action, string version)
        => Error("DCS.4064", $"The action {action} is not supported by Redis {version} instances; it needs Redis 4.0 or later.");

    private static ApiErrorException Error(string code, string message) => new(400, code, message) { HasExtendedMessage = true };
}
