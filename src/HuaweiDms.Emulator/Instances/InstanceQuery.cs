using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>The filter and page of a list request (5.1.2, 7.1.1.6).</summary>
internal sealed class InstanceQuery
{
    private const int MaxPageSize = 50;

    private string? Name { get; init; }

    private bool IsExactName { get; init; }

    private string? InstanceId { get; init; }

    private string? Status { get; init; }

    private bool IncludesFailed { get; init; }

    private string? EnterpriseProjectId { get; init; }

    private int Offset { get; init; }

    private int? Limit { get; init; }

    public static InstanceQuery Read(RequestContext context, InstanceDialect dialect)
    {
        string? engine = Value(context, "engine");
        if (engine is null && dialect.RequiresEngine)
            throw ServiceErrors.InvalidParameter();
        if (engine is not (null or "kafka"))
            throw ServiceErrors.UnsupportedEngine();
        return new()
        {
            Name = Value(context, "name"),
            IsExactName = context.QueryFlag(dialect.ExactMatchName) ?? false,
            InstanceId = Value(context, dialect.InstanceId),
            Status = Value(context, "status"),
            // v1.0 treats anything but true as false.
            IncludesFailed = dialect.IsV1 ? Value(context, dialect.IncludeFailure) == "true" : context.QueryFlag(dialect.IncludeFailure) ?? false,
            EnterpriseProjectId = Value(context, "enterprise_project_id"),
            Offset = context.QueryNumber(dialect.FirstRecord, dialect.IsV1 ? 0 : dialect.FirstNumber) is { } first
                ? Math.Max(0, first - dialect.FirstNumber)
                : 0,
            Limit = context.QueryNumber("limit", 1, MaxPageSize) ?? dialect.DefaultLimit,
        };
    }

    /// <summary>An instance being deleted disappears from the list immediately. A failed creation is only included on request.</summary>
    public bool Matches(KafkaInstance instance)
        => instance.Status is not (InstanceStatus.Deleting or InstanceStatus.Ordered)
        && (IncludesFailed || instance.Status != InstanceStatus.CreateFailed)
        && (Name is null || MatchesName(instance.Name))
        && (InstanceId is null || string.Equals(instance.Id, InstanceId, StringComparison.OrdinalIgnoreCase))
        && (Status is null || string.Equals(instance.Status, Status, StringComparison.OrdinalIgnoreCase))
        && (EnterpriseProjectId is null or "all_granted_eps" || instance.EnterpriseProjectId == EnterpriseProjectId);

    public IEnumerable<KafkaInstance> PageOf(List<KafkaInstance> found)
    {
        if (Offset > 0 && Offset >= found.Count)
            throw ServiceErrors.OffsetPastEnd();
        return found.Skip(Offset).Take(Limit ?? int.MaxValue);
    }

    private bool MatchesName(string name)
        => IsExactName ? name == Name : name.Contains(Name!, StringComparison.OrdinalIgnoreCase);

    /// <summary>An empty value counts as missing.</summary>
    private static string? Value(RequestContext context, string name) => context.Query(name) is { Length: > 0 } value ? value : null;
}
