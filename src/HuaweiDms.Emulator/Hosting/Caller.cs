namespace HuaweiDms.Emulator.Hosting;

/// <summary>The sender of a request: a key grants access to all projects of its account, a token to one project or none.</summary>
internal readonly struct Caller(bool opensAll, string? projectId)
{
    public static Caller Key => new(opensAll: true, null);

    public static Caller Token(string? projectId) => new(opensAll: false, projectId);

    public bool MayEnter(string project) => opensAll || project == projectId;
}
