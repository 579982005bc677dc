using System.Text.Json;
using HuaweiDms.Emulator.Identity;

namespace HuaweiDms.Emulator.State;

/// <summary>The state of the emulated account.</summary>
internal sealed class EmulatedService
{
    private readonly DmsEmulatorOptions _options;
    private Dictionary<string, ProjectState> _projects = [];

    public EmulatedService(DmsEmulatorOptions options)
    {
        _options = options;
        Time = new ServiceTime(options.Clock ?? SystemClock.Instance, options.Speed);
        Ids = new IdGenerator(options.Seed);
        Account = new Account(options);
        Tokens = new TokenStore(Time);
        Reset();
    }

    public ServiceTime Time { get; }

    public IdGenerator Ids { get; }

    public Account Account { get; }

    public TokenStore Tokens { get; }

    /// <summary>The projects of the account, the main one first.</summary>
    public IReadOnlyList<ProjectState> Projects => [.. Volatile.Read(ref _projects).Values];

    public ProjectState? FindProject(string id) => Volatile.Read(ref _projects).TryGetValue(id, out ProjectState? project) ? project : null;

    /// <summary>Runs an action on a project, locked and up to date.</summary>
    public T InProject<T>(string id, Func<ProjectState, DateTimeOffset, T> work)
    {
        ProjectState project = FindProject(id)!;
        lock (project.Gate)
        {
            DateTimeOffset now = Time.UtcNow;
            project.AdvanceTo(now);
            return work(project, now);
        }
    }

    /// <summary>Restores the initial state: the sample project, or nothing.</summary>
    public void Reset()
    {
        Ids.Used = 0;
        Tokens.Clear();
        ProjectState main = new() { Id = _options.ProjectId, Name = _options.Region };
        ProjectState second = new()
        {
            Id = IdGenerator.HexForName(_options.ProjectId + "/analytics"),
            Name = _options.Region + "_analytics",
        };
        if (!_options.Empty)
            SampleProject.Fill(main, Time.UtcNow);
        SetProjects([main, second]);
    }

    /// <summary>Serializes the whole state. All projects are locked meanwhile.</summary>
    public byte[] Serialize()
    {
        IReadOnlyList<ProjectState> projects = Projects;
        int locked = 0;
        try
        {
            // A request holds at most one lock, so taking all of them in order cannot cause a deadlock.
            for (; locked < projects.Count; locked++)
                Monitor.Enter(projects[locked].Gate);
            ServiceSnapshot snapshot = new() { IdsUsed = Ids.Used, Projects = [.. projects] };
            return JsonSerializer.SerializeToUtf8Bytes(snapshot, StateJsonContext.Default.ServiceSnapshot);
        }
        finally
        {
            while (--locked >= 0)
                Monitor.Exit(projects[locked].Gate);
        }
    }

    public void Restore(ServiceSnapshot snapshot)
    {
        if (snapshot.Projects?.Exists(project => project?.Id == _options.ProjectId) != true)
            throw new InvalidDataException($"it contains no project {_options.ProjectId}");
        Ids.Used = snapshot.IdsUsed;
        SetProjects(snapshot.Projects);
    }

    private void SetProjects(IReadOnlyList<ProjectState> projects)
        => Volatile.Write(ref _projects, projects.ToDictionary(project => project.Id, StringComparer.Ordinal));
}
