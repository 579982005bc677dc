namespace HuaweiDms.Emulator.Hosting;

/// <summary>Who sends a request: a key, which opens all projects of its account, or a token, which opens one or none.</summary>
internal readonly struct Caller(bool opensAll, string? projectId)
{
    public static Caller Key => new(opensAll: true, null);

    public static Caller Token(string? projectId) => new(opensAll: false, projectId);

    public bool MayEnter(string project) => opensAll || project == projectId;
}
