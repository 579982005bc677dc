namespace HuaweiDms.PowerShell.Engine;

/// <summary>The file that a configuration goes to, or a folder for several.</summary>
/// <param name="path">The full path.</param>
/// <param name="noClobber">Whether files that are there are left as they are.</param>
internal sealed class ConfigurationFolder(string path, bool noClobber)
{
    private readonly bool _isFolder = OutputFile.IsFolder(path);

    /// <summary>Finds out what can be known before the instances are read.</summary>
    /// <param name="count">How many there are.</param>
    /// <exception cref="FailureException">Several would go to one file, or the one cannot or must not be written.</exception>
    public void Check(int count)
    {
        if (_isFolder)
            return;
        if (count > 1)
            throw new FailureException(Failures.InvalidArgument("Path", path, Format(Text.ExportPathRule, count)));
        Check(path);
    }

    /// <exception cref="FailureException">A file cannot be written, or must not.</exception>
    public void Check(string file) => OutputFile.Check(file, noClobber, _isFolder, Failures.ConfigurationUnwritable);

    /// <summary>Which configuration goes to which file.</summary>
    public IEnumerable<(ConfigurationSnapshot Snapshot, string File)> Place(IReadOnlyList<ConfigurationSnapshot> snapshots)
    {
        if (!_isFolder)
            return snapshots.Select(snapshot => (snapshot, path));
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        return [.. snapshots.Select(snapshot => (snapshot, Path.Combine(path, Name(snapshot, names) + ".json")))];
    }

    /// <summary>Writes a file, and makes the folder where there is none.</summary>
    /// <exception cref="FailureException">It cannot be written, or must not.</exception>
    public void Write(InstanceConfiguration configuration, string file)
    {
        Check(file);
        OutputFile.Write(file, configuration.ToJson(), _isFolder, Failures.ConfigurationUnwritable);
    }

    /// <summary>The name of an instance, or its id where another one has that name.</summary>
    private static string Name(ConfigurationSnapshot snapshot, HashSet<string> names)
    {
        string name = OutputFile.NameFor(snapshot.Instance);
        return names.Add(name) ? name : $"{name}-{snapshot.Instance.Id}";
    }
}
