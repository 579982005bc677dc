
namespace HuaweiDms.PowerShell.Engine;

/// <summary>The file that a configuration goes to, or a folder for several.</summary>
/// <param name="path">The full path.</param>
/// <param name="noClobber">Whether files that are there are left as they are.</param>
internal sealed class ConfigurationFolder(string path, bool noClobber)
{
    private readonly bool _isFolder = OutputFile.IsFolder(path);

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

    /// <summary>Writes a file, and makes the folder where there is none.</summary>
    /// <exception cref="FailureException">It cannot be written.</exception>
    public void Write(InstanceConfiguration configuration, string file)
    {
        if (noClobber && File.Exists(file))
            throw new FailureException(Failures.FileExists(file));
        OutputFile.Write(file, configuration.ToJson(), _isFolder, Failures.ConfigurationUnwritable);
    }

    /// <summary>The name of an instance, or its id where another one has that name.</summary>
    private static string Name(ConfigurationLook look, HashSet<string> names)
    {
        string name = OutputFile.NameFor(look.Instance);
        return names.Add(name) ? name : $"{name}-{look.Instance.Id}";
    }
}
