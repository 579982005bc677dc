using System.Globalization;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>Which instances a list call asks for (5.1.2, 7.1.1.6).</summary>
internal sealed class InstanceQuery
{
    private const int LargestPage = 50;

    private string? Name { get; init; }

    private bool IsExactName { get; init; }

    private string? InstanceId { get; init; }

    private string? Status { get; init; }

    private bool IncludesFailed { get; init; }

    private string? EnterpriseProjectId { get; init; }

    private int Offset { get; init; }

    private int? Limit { get; init; }

    public static InstanceQuery Read(RequestMessage request, InstanceDialect dialect)
    {
        string? engine = Value(request, "engine");
        if (engine is null && dialect.RequiresEngine)
            throw ServiceErrors.InvalidParameter();
        if (engine is not (null or "kafka"))
            throw ServiceErrors.UnsupportedEngine();
        return new InstanceQuery
        {
            Name = Value(request, "name"),
            IsExactName = Flag(request, dialect.ExactMatchName),
            InstanceId = Value(request, dialect.InstanceId),
            Status = Value(request, "status"),
            // v1.0 takes anything but true for false.
            IncludesFailed = dialect.IsV1 ? Value(request, dialect.IncludeFailure) == "true" : Flag(request, dialect.IncludeFailure),
            EnterpriseProjectId = Value(request, "enterprise_project_id"),
            Offset = Number(request, dialect.FirstRecord, dialect.IsV1 ? 0 : dialect.FirstNumber) is { } first
                ? Math.Max(0, first - dialect.FirstNumber)
                : 0,
            Limit = Number(request, "limit", 1, LargestPage) ?? dialect.DefaultLimit,
        };
    }

    /// <summary>An instance that is being deleted leaves the list at once; a failed creation is shown only if asked for.</summary>
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

    /// <summary>An empty value is as good as none.</summary>
    private static string? Value(RequestMessage request, string name) => request.QueryValue(name) is { Length: > 0 } value ? value : null;

    private static bool Flag(RequestMessage request, string name) => Value(request, name) switch
    {
        "true" => true,
        null or "false" => false,
        _ => throw ServiceErrors.InvalidParameter(),
    };

    private static int? Number(RequestMessage request, string name, int smallest, int largest = int.MaxValue)
    {
        if (Value(request, name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= smallest && number <= largest
            ? number
            : throw ServiceErrors.InvalidParameter();
    }
}
