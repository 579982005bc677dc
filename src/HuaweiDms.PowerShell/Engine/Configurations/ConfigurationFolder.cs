namespace HuaweiDms.PowerShell.Engine;

/// <summary>The file for one configuration, or the folder for several.</summary>
/// <param name="path">The full path.</param>
/// <param name="noClobber">Whether existing files are kept.</param>
internal sealed class ConfigurationFolder(string path, bool noClobber)
{
    private readonly bool _isFolder = OutputFile.IsFolder(path);

    /// <summary>Checks what can be checked before the instances are read.</summary>
    /// <param name="count">The number of configurations.</param>
    /// <exception cref="FailureException">
    /// Several configurations would go to one file, or the file cannot be written or must not be replaced.
    /// </exception>
    public void Check(int count)
    {
        if (_isFolder)
            return;
        if (count > 1)
            throw new FailureException(Failures.InvalidArgument("Path", path, Format(Text.ExportPathRule, count)));
        Check(path);
    }

    /// <exception cref="FailureException">A file cannot be written or must not be replaced.</exception>
    public void Check(string file) => OutputFile.Check(file, noClobber, _isFolder, Failures.ConfigurationUnwritable);

    /// <summary>Assigns a file to each configuration.</summary>
    public IEnumerable<(ConfigurationSnapshot Snapshot, string File)> Place(IReadOnlyList<ConfigurationSnapshot> snapshots)
    {
        if (!_isFolder)
            return snapshots.Select(snapshot => (snapshot, path));
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        return [.. snapshots.Select(snapshot => (snapshot, Path.Combine(path, Name(snapshot, names) + ".json")))];
    }

    /// <summary>Writes a file and creates its folder if needed.</summary>
    /// <exception cref="FailureException">The file cannot be written or must not be replaced.</exception>
    public void Write(InstanceConfiguration configuration, string file)
    {
        Check(file);
        OutputFile.Write(file, configuration.ToJson(), _isFolder, Failures.ConfigurationUnwritable);
    }

    /// <summary>The name of an instance, followed by its id if another one has the same name.</summary>
    private static string Name(ConfigurationSnapshot snapshot, HashSet<string> names)
    {
        string name = OutputFile.NameFor(snapshot.Instance);
        return names.Add(name) ? name : $"{name}-{snapshot.Instance.Id}";
    }
}
