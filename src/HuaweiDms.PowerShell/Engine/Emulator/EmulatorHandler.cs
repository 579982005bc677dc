using HuaweiDms.Emulator;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Sends requests to an emulator in the same process. After it was stopped, the error is not a network error, and a retry does not
/// help.
/// </summary>
internal sealed class EmulatorHandler(DmsEmulator emulator) : DelegatingHandler(emulator.CreateHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => EmulatorHost.IsRunning(emulator) ? base.SendAsync(request, cancellationToken) : throw Failures.EmulatorStopped();
}
