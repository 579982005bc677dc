using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The file that a report goes to.</summary>
internal sealed class ReportFile
{
    private const string NameForSeveral = "kafka-report";

    private readonly bool _isInFolder;
    private readonly bool _noClobber;

    /// <param name="path">The full path of a file or a folder.</param>
    /// <param name="instances">What it is about.</param>
    /// <param name="noClobber">Whether an existing file is kept.</param>
    public ReportFile(string path, IReadOnlyList<InstanceReference> instances, bool noClobber)
    {
        _isInFolder = OutputFile.IsFolder(path);
        _noClobber = noClobber;
        Name = _isInFolder ? Path.Combine(path, (instances.Count == 1 ? OutputFile.NameFor(instances[0]) : NameForSeveral) + ".html") : path;
    }

    /// <summary>Whether a path is a folder, or a file that is named as a page or has no extension.</summary>
    public static bool IsPage(string path)
        => OutputFile.IsFolder(path) || Path.GetExtension(path).ToUpperInvariant() is "" or ".HTML" or ".HTM";

    /// <summary>Its full path.</summary>
    public string Name { get; }

    /// <summary>Checks what can be checked before minutes are spent on reading.</summary>
    /// <exception cref="FailureException">The file cannot be written or must not be replaced.</exception>
    public void Check() => OutputFile.Check(Name, _noClobber, _isInFolder, Failures.ReportUnwritable);

    /// <exception cref="FailureException">The file cannot be written or must not be replaced.</exception>
    public void Write(string page)
    {
        Check();
        OutputFile.Write(Name, page, _isInFolder, Failures.ReportUnwritable);
    }
}
