using HuaweiDms.Emulator.Dcs;
using HuaweiDms.Emulator.Identity;
using HuaweiDms.Emulator.Instances;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Every operation that the emulator knows, an area a line.</summary>
internal static class ServiceRoutes
{
    public static IEnumerable<Route> All =>
    [
        .. InstanceEndpoints.Routes,
        .. IdentityEndpoints.Routes,
        .. DcsEndpoints.Routes,
    ];
}
