using System.Collections.ObjectModel;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator;

/// <summary>
/// A small emulation of the service: Kafka instances and their state changes over time, the identity calls needed to reach them,
/// and the batch call of the Distributed Cache Service. It is reached in process through <see cref="CreateHandler"/> or over a
/// socket after <see cref="Listen"/>; both share the same state.
/// </summary>
public sealed class DmsEmulator : IDisposable
{
    private readonly object _gate = new();
    private readonly EmulatedService _service;
    private readonly RequestLog _log = new();
    private readonly StateFile? _file;
    private readonly ExchangeRecorder? _recorder;
    private readonly Gateway _gateway;
    private LoopbackListener? _listener;
    private bool _isDisposed;

    /// <summary>Starts with the sample project, or with the contents of the state file.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="IOException">The state file cannot be read, or another emulator uses it.</exception>
    /// <exception cref="InvalidDataException">The file is not a state file, or was written by another version.</exception>
    public DmsEmulator(DmsEmulatorOptions? options = null)
    {
        options ??= new DmsEmulatorOptions();
        OptionRules.Check(options);
        AccessKey = options.AccessKey;
        SecretKey = options.SecretKey;
        ProjectId = options.ProjectId;
        Region = options.Region;
        DomainName = options.DomainName;
        UserName = options.UserName;
        Password = options.Password;
        Speed = options.Speed;
        Clock = options.Clock ?? SystemClock.Instance;
        _service = new EmulatedService(options);
        if (options.RecordPath is { Length: > 0 } record)
            _recorder = new ExchangeRecorder(Path.GetFullPath(record));
        if (options.Path is { Length: > 0 } path)
        {
            _file = new StateFile(_service, Path.GetFullPath(path));
            try
            {
                _file.Load();
            }
            catch
            {
                _recorder?.Dispose();
                throw;
            }
        }
        Consumers = new EmulatedConsumers(_service, ProjectId, OnChanged);
        Brokers = new EmulatedBrokers(_service, ProjectId, OnChanged);
        _gateway = new Gateway(_service, Faults, _log, _recorder, OnChanged, new ControlEndpoints(this));
    }

    /// <summary>The access key that signs requests.</summary>
    public string AccessKey { get; }

    /// <summary>The secret key that belongs to <see cref="AccessKey"/>.</summary>
    public string SecretKey { get; }

    /// <summary>The main project.</summary>
    public string ProjectId { get; }

    /// <summary>The region, which is also the main project's name.</summary>
    public string Region { get; }

    /// <summary>The account's name, for tokens.</summary>
    public string DomainName { get; }

    /// <summary>The user name, for tokens.</summary>
    public string UserName { get; }

    /// <summary>The user's password, for tokens.</summary>
    public string Password { get; }

    /// <summary>The factor by which durations are shorter than at the real service.</summary>
    public double Speed { get; }

    /// <summary>The clock. The clock of a client that signs requests must be within 15 minutes of it.</summary>
    public IEmulatorClock Clock { get; }

    /// <summary>The address it listens on; null if it does not listen.</summary>
    public Uri? Endpoint => Volatile.Read(ref _listener)?.Endpoint;

    /// <summary>The injected faults.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The consumers that read topics of the main project.</summary>
    public EmulatedConsumers Consumers { get; }

    /// <summary>The brokers of the main project's instances, which can be stopped and started.</summary>
    public EmulatedBrokers Brokers { get; }

    /// <summary>The latest 10,000 requests, oldest first.</summary>
    public ReadOnlyCollection<EmulatedRequest> Requests => _log.Snapshot();

    /// <summary>The Redis instances of the main project.</summary>
    public ReadOnlyCollection<EmulatedDcsInstance> DcsInstances
        => ReadProject(project => project.DcsInstances
            .ConvertAll(redis => new EmulatedDcsInstance(redis.Id, redis.Name, redis.EngineVersion, redis.Status)));

    /// <summary>Ids of the main project's Kafka instances on which a changed static setting takes effect at the next restart.</summary>
    public ReadOnlyCollection<string> InstancesAwaitingRestart
        => ReadProject(project => project.Instances
            .FindAll(instance => instance.PendingConfigs.Count > 0)
            .ConvertAll(instance => instance.Id));

    /// <summary>
    /// Creates a handler for HttpClient that reaches the emulator without a socket, whatever the host name. Each handler can be
    /// disposed of on its own.
    /// </summary>
    public HttpMessageHandler CreateHandler()
    {
        ThrowIfDisposed();
        return new InProcessHandler(_gateway);
    }

    /// <summary>Starts listening on 127.0.0.1.</summary>
    /// <param name="port">The port; 0 selects a free one.</param>
    /// <returns>The address.</returns>
    /// <exception cref="InvalidOperationException">It already listens.</exception>
    public Uri Listen(int port = 0)
    {
        lock (_gate)
        {
            ThrowIfDisposed();
            if (_listener is not null)
                throw new InvalidOperationException($"The emulator already listens on {_listener.Endpoint}.");
            LoopbackListener listener = new(_gateway, port);
            Volatile.Write(ref _listener, listener);
            return listener.Endpoint;
        }
    }

    /// <summary>Stops accepting connections. Requests in progress are completed.</summary>
    public void StopListening()
    {
        lock (_gate)
        {
            _listener?.Dispose();
            Volatile.Write(ref _listener, null);
        }
    }

    /// <summary>Restores the initial state and clears the log and the faults. Issued tokens become invalid.</summary>
    public void Reset()
    {
        _service.Reset();
        Faults.Clear();
        _log.Clear();
        OnChanged();
    }

    /// <summary>Writes the state file now. Does nothing without a state file.</summary>
    public void Save() => _file?.Save();

    /// <summary>Stops listening and saves the state.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            _gateway.Close();
        }
        StopListening();
        _recorder?.Dispose();
        _file?.Close();
    }

    /// <summary>The address it listens on, or "in process".</summary>
    public override string ToString() => Endpoint?.ToString() ?? "in process";

    /// <summary>The state in the format of the state file.</summary>
    internal byte[] Serialize() => _service.Serialize();

    /// <summary>Reads from the main project after bringing it up to date.</summary>
    private ReadOnlyCollection<T> ReadProject<T>(Func<ProjectState, List<T>> read)
        => _service.InProject(ProjectId, (project, _) => read(project).AsReadOnly());

    private void OnChanged() => _file?.SaveSoon();

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);
}
