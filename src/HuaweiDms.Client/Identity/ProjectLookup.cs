namespace HuaweiDms;

/// <summary>Provides the project id: the given one, or the result of a single lookup by project name.</summary>
/// <param name="options">The given id or name.</param>
/// <param name="list">Lists the projects with a name.</param>
internal sealed class ProjectLookup(DmsClientOptions options, Func<string, CancellationToken, Task<IReadOnlyList<Project>>> list) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile string? _projectId = options.ProjectId;

    /// <summary>The id if it was given or has been looked up; null if it was not needed yet.</summary>
    public string? Known => _projectId;

    public ValueTask<string> GetAsync(CancellationToken stop)
        => _projectId is { } known ? new(known) : new(FindAsync(stop));

    public void Dispose() => _gate.Dispose();

    /// <summary>Requires exactly one project: guessing among several could act on the wrong one (8.4).</summary>
    private async Task<string> FindAsync(CancellationToken stop)
    {
        await _gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (_projectId is not null)
                return _projectId;
            if (options.EffectiveProjectName is not { } name)
                throw DmsErrors.InvalidArgument(nameof(options.ProjectId), null, Text.ProjectIdRule);
            IReadOnlyList<Project> found = await list(name, stop).ConfigureAwait(false);
            if (found.Count != 1 || found[0].ProjectId is not { } id)
                throw DmsErrors.ProjectNotFound(name, [.. found.Select(project => $"{project.Name} ({project.ProjectId})")]);
            return _projectId = id;
        }
        finally
        {
            _gate.Release();
        }
    }
}
