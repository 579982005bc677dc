using System.Collections;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Finds the rows of a plan, or of a reset to undo, in any input. Objects of another kind are collected and reported once, because
/// a group or its lag from the pipeline is many objects but one mistake.
/// </summary>
/// <param name="back">Whether a reset is undone.</param>
internal sealed class OffsetRows(bool back)
{
    private static readonly (string Label, string[] Names)[] Place = [Column("ConsumerGroup"), Column("Topic"), Column("Partition")];
    private static readonly (string Label, string[] Names) Target = Column(nameof(OffsetResetPlan.TargetOffset), nameof(OffsetResetPlan.TargetTime));
    private static readonly PlanColumns ResetColumns = new([.. Place, Target]);
    private static readonly PlanColumns UndoColumns = new([.. Place, Column(nameof(OffsetResetPlan.Status)), Column(nameof(OffsetResetPlan.CurrentOffset))]);

    private readonly OffsetUndo _undo = new();
    private readonly List<PSObject> _others = [];
    private bool _isAny;
    private bool _isNothing;
    private int _withoutInstance;

    private PlanColumns Columns => back ? UndoColumns : ResetColumns;

    /// <summary>The rows of a file.</summary>
    /// <exception cref="FailureException">The file cannot be read or is not a plan.</exception>
    public IEnumerable<PSObject> ReadFile(PSCmdlet cmdlet, string path)
        => PlanFile.Read(cmdlet, path, Items, Columns, Text.OffsetPlanUnreadableAdvice).Cast<PSObject>();

    /// <summary>Returns the rows in the input, which may be a list; null means nothing.</summary>
    public List<PSObject> In(object? given)
    {
        _isNothing |= given is null;
        List<PSObject> rows = [];
        foreach (PSObject item in Items(given))
            (Columns.MissingIn(PlanColumns.Of(item)).Any() ? _others : rows).Add(item);
        _isAny |= rows.Count > 0;
        return rows;
    }

    /// <summary>Reads a row; null for one that cannot be undone.</summary>
    /// <exception cref="FailureException">A value is missing or invalid.</exception>
    public OffsetPlanRow? Read(PSObject row, DateTimeOffset now)
    {
        OffsetPlanRow? read = back ? OffsetPlanRow.ReadBack(row, _undo.Leave) : OffsetPlanRow.Read(row);
        if (read?.Target.Kind == OffsetTargetKind.Time && Failures.CheckTime(nameof(OffsetResetPlan.TargetTime), read.Target.Time, now) is { } failure)
            throw new FailureException(failure);
        return read;
    }

    /// <summary>The instances of a row: its own, otherwise the given ones. Rows without an instance are reported once.</summary>
    public IReadOnlyList<InstanceReference> InstancesOf(OffsetPlanRow row, IEnumerable<InstanceReference> given)
    {
        InstanceReference[] instances = row.InstanceId is { } own ? [new(own)] : [.. given];
        if (instances.Length == 0)
            _withoutInstance++;
        return instances;
    }

    /// <summary>Reports input that is not a row, and rows that cannot be undone.</summary>
    public void Report(Action<Failure> report, Action<string> warn)
    {
        if (FindProblem() is { } complaint)
            report(complaint);
        if (_withoutInstance > 0)
            report(Failures.InvalidArgument("InstanceId", null, Format(Text.OffsetRowsWithoutInstance, Counted(_withoutInstance, "row"))));
        _undo.Report(warn);
    }

    private static (string Label, string[] Names) Column(params string[] names) => (string.Join(" or ", names), names);

    /// <summary>Enumerates lists. A hashtable is a handwritten row.</summary>
    private static IEnumerable<PSObject> Items(object? given)
        => PSValue.Unwrap(given) switch
        {
            null => [],
            IDictionary table => [Row(table)],
            IEnumerable list and not string => list.Cast<object?>().SelectMany(Items),
            _ => [PSObject.AsPSObject(given!)],
        };

    private static PSObject Row(IDictionary table)
    {
        PSObject row = new();
        foreach ((string name, object? value) in Table.Entries(table).Select(entry => (entry.Key.ToString() ?? string.Empty, entry.Value)))
            row.Properties.Add(new PSNoteProperty(name, value));
        return row;
    }

    /// <summary>Whether it is an instance, a group or something in one, for which the target was forgotten.</summary>
    private static bool IsWithoutTarget(List<string> columns)
        => !columns.Exists(Target.Names.Contains) && (columns.Count == 0 || columns.Contains("InstanceId") || columns.Contains("ConsumerGroup"));

    /// <summary>The failure for all input. If there are rows, or a reset is undone, a target was not forgotten.</summary>
    private Failure? FindProblem()
    {
        if (_others.Count == 0)
            return _isNothing ? Failures.NothingToChange(back ? Text.OffsetUndoRows : Text.OffsetTargets) : null;
        List<string>[] columns = [.. _others.Select(other => PlanColumns.Of(other).ToList())];
        if (!back && !_isAny && Array.TrueForAll(columns, IsWithoutTarget))
            return Failures.NothingToChange(Text.OffsetTargets);
        string missing = string.Join(", ", columns.SelectMany(Columns.MissingIn).Distinct());
        return Failures.NoOffsetRows(_others.ToArray(), Format(back ? Text.OffsetRowsNotUndo : Text.OffsetRowsNoPlan, _others.Count, missing));
    }
}
