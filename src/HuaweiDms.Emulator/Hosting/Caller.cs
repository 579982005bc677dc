namespace HuaweiDms.Emulator.Hosting;

/// <summary>The sender of a request: a key grants access to all projects of its account, a token to one project or none.</summary>
internal readonly struct Caller(bool hasAllProjects, string? projectId)
{
    public static Caller Key => new(hasAllProjects: true, null);

    public static Caller Token(string? projectId) => new(hasAllProjects: false, projectId);

    public bool CanAccess(string project) => hasAllProjects || project == projectId;
}
