using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Dcs;

/// <summary>The error responses of the Distributed Cache Service. They carry a third field, which is always null.</summary>
internal static class DcsErrors
{
    public static BodyErrors Body { get; } = new(
        () => Refuse("DCS.4004", "The request body is empty."),
        () => Refuse("DCS.4005", "The request body is not valid JSON."),
        field => Refuse("DCS.4062", $"Invalid parameter {field} in the request."));

    public static RefusalException InvalidAction() => Refuse("DCS.4064", "The action parameter in the request is invalid.");

    public static RefusalException InvalidInstances() => Refuse("DCS.4065", "The instances parameter in the request is empty or invalid.");

    public static RefusalException Unsupported(string action, string version)
        => Refuse("DCS.4064", $"The action {action} is not supported by Redis {version} instances; it needs Redis 4.0 or later.");

    private static RefusalException Refuse(string code, string message) => new(400, code, message) { HasExtendedMessage = true };
}
