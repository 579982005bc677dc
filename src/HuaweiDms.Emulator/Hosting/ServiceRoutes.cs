using HuaweiDms.Emulator.Catalog;
using HuaweiDms.Emulator.Cluster;
using HuaweiDms.Emulator.ConsumerGroups;
using HuaweiDms.Emulator.Dcs;
using HuaweiDms.Emulator.Diagnosis;
using HuaweiDms.Emulator.Identity;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.Manager;
using HuaweiDms.Emulator.Messages;
using HuaweiDms.Emulator.Quotas;
using HuaweiDms.Emulator.Resizing;
using HuaweiDms.Emulator.Settings;
using HuaweiDms.Emulator.SmartConnect;
using HuaweiDms.Emulator.Tags;
using HuaweiDms.Emulator.Tasks;
using HuaweiDms.Emulator.Topics;
using HuaweiDms.Emulator.Users;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>All operations of the emulator, one area per line.</summary>
internal static class ServiceRoutes
{
    public static IEnumerable<Route> All => [.. Documented, .. Newer];

    /// <summary>The operations in the reference.</summary>
    public static IEnumerable<Route> Documented =>
    [
        .. InstanceEndpoints.Routes,
        .. SettingsEndpoints.Routes,
        .. TaskEndpoints.Routes,
        .. TagEndpoints.Routes,
        .. QuotaEndpoints.Routes,
        .. SmartConnectEndpoints.Routes,
        .. SmartConnectTaskEndpoints.Routes,
        .. SinkTaskEndpoints.Routes,
        .. UserEndpoints.Routes,
        .. TopicEndpoints.Routes,
        .. PartitionEndpoints.Routes,
        .. ReassignmentEndpoints.Routes,
        .. PolicyEndpoints.Routes,
        .. DiagnosisEndpoints.Routes,
        .. ResizeEndpoints.Routes,
        .. CatalogEndpoints.Routes,
        .. ClusterEndpoints.Routes,
        .. ManagerEndpoints.Routes,
        .. GroupEndpoints.Routes,
        .. OffsetEndpoints.Routes,
        .. MessageEndpoints.Routes,
        .. IdentityEndpoints.Routes,
        .. DcsEndpoints.Routes,
    ];

    /// <summary>Operations that are not in the reference but are called by the vendor's SDK.</summary>
    public static IEnumerable<Route> Newer =>
    [
        .. InstanceEndpoints.NewerRoutes,
        .. ReassignmentEndpoints.NewerRoutes,
        .. ResizeEndpoints.NewerRoutes,
        .. MessageEndpoints.NewerRoutes,
        .. IdentityEndpoints.NewerRoutes,
    ];
}
