
namespace HuaweiDms.PowerShell.Engine;

/// <summary>The file that a configuration goes to, or a folder for several.</summary>
/// <param name="path">The full path.</param>
/// <param name="noClobber">Whether files that are there are left as they are.</param>
internal sealed class ConfigurationFolder(string path, bool noClobber)
{
    private readonly bool _isFolder = Directory.Exists(path) || path.EndsWith("/", StringComparison.Ordinal) || path.EndsWith("\\", StringComparison.Ordinal);

    /// <summary>Which configuration goes to which file.</summary>
    /// <exception cref="FailureException">Several would go to the same.</exception>
    public IEnumerable<(ConfigurationLook Look, string File)> Place(IReadOnlyList<ConfigurationLook> looks)
    {
        if (!_isFolder)
        {
            return looks.Count <= 1
                ? looks.Select(look => (look, path))
                : throw new FailureException(Failures.InvalidArgument(
                    "Path", path, Format(Text.ExportPathRule, looks.Count)));
        }
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        return [.. looks.Select(look => (look, Path.Combine(path, Name(look, names) + ".json")))];
    }

    /// <summary>Writes a file beside and then puts it in place, so that a disk that is full costs nobody the old one.</summary>
    /// <exception cref="FailureException">It cannot be written.</exception>
    public void Write(InstanceConfiguration configuration, string file)
    {
        if (noClobber && File.Exists(file))
            throw new FailureException(Failures.ConfigurationExists(file));
        string beside = file + ".new";
        try
        {
            if (_isFolder)
                Directory.CreateDirectory(path);
            File.WriteAllText(beside, configuration.ToJson());
            if (File.Exists(file))
                File.Replace(beside, file, destinationBackupFileName: null);
            else
                File.Move(beside, file);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new FailureException(Failures.ConfigurationUnwritable(file, unwritable));
        }
    }

    /// <summary>The name of an instance, or its id where another one has that name.</summary>
    private static string Name(ConfigurationLook look, HashSet<string> names)
    {
        string name = string.Join("_", (look.Instance.Name ?? look.Instance.Id).Split(Path.GetInvalidFileNameChars()));
        return names.Add(name) ? name : $"{name}-{look.Instance.Id}";
    }
}
