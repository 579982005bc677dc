namespace HuaweiDms.Emulator.Instances;

/// <summary>The field names and limits that differ between v2 and v1.0 of the instance operations. The behavior is the same.</summary>
internal sealed class InstanceDialect
{
    public static readonly InstanceDialect V2 = new()
    {
        AllFailureFields = ["all_failure", "allFailure"],
        IncludeFailure = "include_failure",
        ExactMatchName = "exact_match_name",
        InstanceId = "instance_id",
        FirstRecord = "offset",
        FirstNumber = 0,
        DefaultLimit = 10,
        RequiresEngine = true,
        TagKeyLength = 128,
        TagValueLength = 255,
    };

    public static readonly InstanceDialect V1 = new()
    {
        IsV1 = true,
        AllFailureFields = ["allFailure"],
        IncludeFailure = "includeFailure",
        ExactMatchName = "exactMatchName",
        InstanceId = "id",
        FirstRecord = "start",
        FirstNumber = 1,
        TagKeyLength = 36,
        TagValueLength = 43,
    };

    public bool IsV1 { get; private init; }

    /// <summary>
    /// The names of the batch field for all failed creations. One document uses the v1.0 name for v2, so v2 accepts both.
    /// </summary>
    public IReadOnlyList<string> AllFailureFields { get; private init; } = [];

    public string IncludeFailure { get; private init; } = string.Empty;

    public string ExactMatchName { get; private init; } = string.Empty;

    public string InstanceId { get; private init; } = string.Empty;

    /// <summary>The query parameter for the first record of a page.</summary>
    public string FirstRecord { get; private init; } = string.Empty;

    /// <summary>The number of the very first record. The only example of v1.0 starts at 1.</summary>
    public int FirstNumber { get; private init; }

    /// <summary>The default page size; null for all records.</summary>
    public int? DefaultLimit { get; private init; }

    public bool RequiresEngine { get; private init; }

    public int TagKeyLength { get; private init; }

    public int TagValueLength { get; private init; }

    /// <summary>v2 lists the characters that tags may contain (5.10.1), v1.0 those that they may not (7.1.1.1).</summary>
    public bool IsTagCharacter(char c)
        => IsV1
            ? c >= ' ' && c is not ('=' or '*' or '<' or '>' or '\\' or ',' or '|' or '/')
            : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is ' ' or '_' or '.' or ':' or '=' or '+' or '-' or '@';
}
