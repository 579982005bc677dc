using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Provides the project id: the given one, or the result of a lookup by project name, which parallel calls share.</summary>
internal sealed class ProjectLookup : IDisposable
{
    private readonly DmsClientOptions _options;
    private readonly Func<string, CancellationToken, Task<IReadOnlyList<Project>>> _list;
    private readonly SharedCall<string> _lookup;
    private volatile string? _projectId;

    /// <summary>Creates a lookup that has not been made yet.</summary>
    /// <param name="options">The given id or name.</param>
    /// <param name="list">Lists the projects with a name.</param>
    public ProjectLookup(DmsClientOptions options, Func<string, CancellationToken, Task<IReadOnlyList<Project>>> list)
    {
        _options = options;
        _list = list;
        _lookup = new(FindAsync);
        _projectId = options.ProjectId;
    }

    /// <summary>The id if it was given or has been looked up; null if it was not needed yet.</summary>
    public string? Known => _projectId;

    public ValueTask<string> GetAsync(CancellationToken cancellationToken)
        => _projectId is { } known ? new(known) : new(_lookup.GetAsync(cancellationToken));

    public void Dispose() => _lookup.Dispose();

    /// <summary>Requires exactly one project: guessing among several could act on the wrong one (8.4).</summary>
    private async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        // The lookup may have ended after the caller found no id.
        if (_projectId is not null)
            return _projectId;
        if (_options.EffectiveProjectName is not { } name)
            throw DmsErrors.InvalidArgument(nameof(_options.ProjectId), null, Text.ProjectIdRule);
        IReadOnlyList<Project> found = await _list(name, cancellationToken).ConfigureAwait(false);
        if (found.Count != 1 || found[0].ProjectId is not { } id)
            throw DmsErrors.ProjectNotFound(name, [.. found.Select(project => $"{project.Name} ({project.ProjectId})")]);
        return _projectId = id;
    }
}
