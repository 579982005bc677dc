namespace HuaweiDms.Emulator.Hosting;

/// <summary>The error responses of the API gateway in front of the services. These codes are not in the reference's table.</summary>
internal static class GatewayErrors
{
    public static ApiErrorException NoSuchApi(string method, string path)
        => new(404, "APIGW.0101", $"The API does not exist or has not been published in the environment: {method} {path}");

    public static ApiErrorException Unauthorized(string reason)
        => new(401, "APIGW.0301", "Incorrect IAM authentication information: " + reason);

    /// <summary>The limit is documented (3.2); the error response is a guess.</summary>
    public static ApiErrorException TooLargeToSign() => new(413, "APIGW.0001", "The signed body is larger than 12 MB.");

    public static ApiErrorException TokenRejected(string reason)
        => new(401, "APIGW.0307", "The token must be updated: " + reason);

    /// <summary>Contains only the type of the exception, because its message could contain anything.</summary>
    public static ApiErrorException InternalError(Exception error) => new(500, "APIGW.0601", $"Internal server error ({error.GetType().Name}).");
}
