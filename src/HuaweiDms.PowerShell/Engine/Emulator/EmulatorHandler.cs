using HuaweiDms.Emulator;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Leads requests to an emulator in process. Once that was stopped, no network is to blame, and trying again does not help.</summary>
internal sealed class EmulatorHandler(DmsEmulator emulator) : DelegatingHandler(emulator.CreateHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => EmulatorHost.IsRunning(emulator) ? base.SendAsync(request, cancellationToken) : throw Failures.EmulatorStopped();
}
