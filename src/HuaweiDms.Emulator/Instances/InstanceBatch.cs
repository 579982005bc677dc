using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Instances;

/// <summary>The request of a batch call (5.1.6, 7.1.1.5).</summary>
internal sealed class InstanceBatch
{
    /// <summary>The maximum number of ids per call (DMS.00400100).</summary>
    private const int Limit = 50;

    public bool IsDelete { get; private init; }

    /// <summary>Whether the batch applies to all failed creations instead of a list.</summary>
    public bool AllFailed { get; private init; }

    public List<string> InstanceIds { get; private init; } = [];

    public static InstanceBatch Read(JsonFields body, InstanceDialect dialect)
    {
        bool isDelete = body.Text("action") switch
        {
            "delete" => true,
            "restart" => false,
            _ => throw ServiceErrors.InvalidAction(),
        };
        List<string> ids = body.Texts("instances") ?? [];
        if (ids.Count > Limit)
            throw ServiceErrors.TooManyInstances();
        if (AsksForAllFailed(body, isDelete, dialect))
            return new() { IsDelete = true, AllFailed = true };

        if (ids.Count == 0)
            throw ServiceErrors.EmptyInstances();
        if (ids.Distinct(StringComparer.OrdinalIgnoreCase).Count() < ids.Count)
            throw ServiceErrors.RepeatedInstance();
        return new() { IsDelete = isDelete, InstanceIds = ids };
    }

    private static bool AsksForAllFailed(JsonFields body, bool isDelete, InstanceDialect dialect)
    {
        foreach (string field in dialect.AllFailureFields)
        {
            string? engine = body.Text(field);
            if (engine is null)
                continue;
            return engine == "kafka" && isDelete ? true : throw ServiceErrors.InvalidField(field);
        }
        return false;
    }
}
