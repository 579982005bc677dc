using System.Globalization;
using System.Text;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator;

/// <summary>The response of a fault with the action Status.</summary>
internal static class FaultResponse
{
    public static ResponseMessage Of(Fault fault, string requestId)
    {
        ResponseMessage response = fault.Body is { } body
            ? new ResponseMessage(fault.StatusCode, Encoding.UTF8.GetBytes(body), fault.ContentType ?? "application/json")
            : Error(fault, requestId);
        if (fault.RetryAfter is { } wait)
            response.Headers.Add("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private static ResponseMessage Error(Fault fault, string requestId)
    {
        string code = fault.ErrorCode ?? fault.StatusCode switch
        {
            429 => "APIGW.0308",
            >= 500 => "APIGW.0201",
            _ => "APIGW.0106",
        };
        return new ApiErrorException(fault.StatusCode, code, fault.ErrorMessage ?? "A fault was injected.").ToResponse(requestId);
    }
}
