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
        foreach (string? other in known)
        {
            if (other == name)
                return null;
            if (other is null || Math.Abs(other.Length - name.Length) > Most)
                continue;
            int distance = Distance(name, other);
            // Which of two comes first does not hang on the order of the list.
            if (distance < least || (distance == least && nearest is not null && string.CompareOrdinal(other, nearest) < 0))
                (nearest, least) = (other, distance);
        }
        return nearest;
    }

    /// <summary>How many letters must be put in, taken out or changed to make one of the other (Levenshtein).</summary>
    public static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int above = row[j];
                int change = diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.Length];
    }
}
