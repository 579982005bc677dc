namespace HuaweiDms.PowerShell.Engine;

/// <summary>A column of a frame.</summary>
/// <param name="Name">What stands above it.</param>
/// <param name="Text">The text of a row.</param>
/// <param name="Rank">The higher the rank, the earlier the column is dropped if there is not enough room; 0 is never dropped.</param>
internal sealed record FrameColumn(string Name, Func<LagRow, string> Text, int Rank)
{
    /// <summary>Whether the values are right-aligned.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The minimum width; null for the width of its texts.</summary>
    public int? Least { get; init; }

    /// <summary>How wide it is.</summary>
    public int Width { get; init; }
}

/// <summary>Makes columns fit.</summary>
internal static class FrameColumns
{
    /// <summary>The space between two columns.</summary>
    public const string Gap = "  ";

    /// <summary>Selects the columns that fit: first narrows those that can be narrowed, then drops those that matter least.</summary>
    public static IReadOnlyList<FrameColumn> Fit(IEnumerable<FrameColumn> columns, IReadOnlyList<LagRow> rows, int room)
    {
        List<FrameColumn> fitting = [.. columns.Select(column => column with { Width = rows.Select(row => TextWidth.Of(column.Text(row))).Append(column.Name.Length).Max() })];
        while (true)
        {
            Narrow(fitting, room);
            if (Excess(fitting, room) <= 0)
                return fitting;
            int highest = fitting.Max(column => column.Rank);
            if (highest == 0)
                return fitting;
            fitting.RemoveAt(fitting.FindIndex(column => column.Rank == highest));
        }
    }

    /// <summary>Narrows columns from the right until they fit, each down to its minimum.</summary>
    private static void Narrow(List<FrameColumn> columns, int room)
    {
        for (int place = columns.Count - 1; place >= 0 && Excess(columns, room) > 0; place--)
        {
            FrameColumn column = columns[place];
            int narrow = Math.Max(column.Width - Excess(columns, room), column.Least ?? column.Width);
            columns[place] = column with { Width = Math.Min(column.Width, narrow) };
        }
    }

    private static int Excess(List<FrameColumn> columns, int room) => columns.Sum(column => column.Width) + (Gap.Length * (columns.Count - 1)) - room;
}
