namespace HuaweiDms;

/// <summary>Finds the known name that is closest to a misspelt one, ignoring case.</summary>
internal static class ClosestName
{
    /// <summary>The maximum number of typing errors.</summary>
    private const int Most = 2;

    /// <summary>The number of characters per permitted error; shorter names have no close match.</summary>
    private const int LettersForOne = 3;

    /// <summary>Returns the closest name; null if none is close or one is identical.</summary>
    public static string? Find(string name, IEnumerable<string?> known)
    {
        string? nearest = null;
        int least = Math.Min(Most, name.Length / LettersForOne) + 1;
        int[] row = new int[name.Length + Most + 1];
        foreach (string? other in known)
        {
            if (other == name)
                return null;
            if (other is null || Math.Abs(other.Length - name.Length) > Math.Min(least, Most))
                continue;
            int distance = Distance(name, other, nearest is null ? least - 1 : least, row);
            // The choice between equally close names does not depend on the order of the list.
            if (distance < least || (distance == least && nearest is not null && string.CompareOrdinal(other, nearest) < 0))
            {
                nearest = other;
                least = distance;
            }
        }
        return nearest;
    }

    /// <summary>
    /// Returns the number of characters to insert, delete or replace to turn one name into the other (Levenshtein distance).
    /// </summary>
    public static int Distance(string one, string other) => Distance(one, other, int.MaxValue, new int[other.Length + 1]);

    /// <summary>
    /// Calculates the distance, stopping early once it exceeds the limit: most names differ by more than a few characters.
    /// </summary>
    /// <param name="one">The first name.</param>
    /// <param name="other">The second name.</param>
    /// <param name="limit">The largest distance of interest; any larger result only means that it is exceeded.</param>
    /// <param name="row">A buffer with one element more than the second name has characters, shared between calls.</param>
    private static int Distance(string one, string other, int limit, int[] row)
    {
        // A common prefix and suffix do not contribute to the distance.
        int start = 0;
        int end = one.Length;
        int otherEnd = other.Length;
        while (start < end && start < otherEnd && IsSame(one[start], other[start]))
            start++;
        while (end > start && otherEnd > start && IsSame(one[end - 1], other[otherEnd - 1]))
        {
            end--;
            otherEnd--;
        }

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
