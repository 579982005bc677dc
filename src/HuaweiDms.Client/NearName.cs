namespace HuaweiDms;

/// <summary>Finds the name that was meant by one that nothing has. Capitals do not count.</summary>
internal static class NearName
{
    /// <summary>More letters are no slip any more.</summary>
    private const int Most = 2;

    /// <summary>A slip in this many letters may be one; names shorter than that have nothing in common.</summary>
    private const int LettersForOne = 3;

    /// <summary>The name next to the given one; null where none is near, or where there is one just like it.</summary>
    public static string? Find(string name, IEnumerable<string?> known)
    {
        (string? nearest, int least) = (null, Math.Min(Most, name.Length / LettersForOne) + 1);
        int[] row = new int[name.Length + Most + 1];
        foreach (string? other in known)
        {
            if (other == name)
                return null;
            if (other is null || Math.Abs(other.Length - name.Length) > Math.Min(least, Most))
                continue;
            int distance = Distance(name, other, nearest is null ? least - 1 : least, row);
            // Which of two comes first does not hang on the order of the list.
            if (distance < least || (distance == least && nearest is not null && string.CompareOrdinal(other, nearest) < 0))
                (nearest, least) = (other, distance);
        }
        return nearest;
    }

    /// <summary>How many letters must be put in, taken out or changed to make one of the other (Levenshtein).</summary>
    public static int Distance(string one, string other) => Distance(one, other, int.MaxValue, new int[other.Length + 1]);

    /// <summary>The same, given up once it is more than is of interest: most names are told from another by a few letters.</summary>
    /// <param name="one">A name.</param>
    /// <param name="other">Another.</param>
    /// <param name="limit">The largest distance that matters; any larger one stands for all that are.</param>
    /// <param name="row">Room for a number for each letter of the other and one more; many names share it.</param>
    private static int Distance(string one, string other, int limit, int[] row)
    {
        // What both begin and end with costs nothing.
        int start = 0;
        (int end, int otherEnd) = (one.Length, other.Length);
        while (start < end && start < otherEnd && IsSame(one[start], other[start]))
            start++;
        while (end > start && otherEnd > start && IsSame(one[end - 1], other[otherEnd - 1]))
            (end, otherEnd) = (end - 1, otherEnd - 1);

        int width = otherEnd - start;
        for (int j = 0; j <= width; j++)
            row[j] = j;
        for (int i = 1; i <= end - start; i++)
        {
            int diagonal = row[0];
            int least = row[0] = i;
            char letter = one[start + i - 1];
            for (int j = 1; j <= width; j++)
            {
                int above = row[j];
                int change = diagonal + (IsSame(letter, other[start + j - 1]) ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
                diagonal = above;
            }
            if (least > limit)
                return least;
        }
        return row[width];
    }

    private static bool IsSame(char one, char other) => one == other || char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
