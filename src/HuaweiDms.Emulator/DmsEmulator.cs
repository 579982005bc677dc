using System.Collections.ObjectModel;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator;

/// <summary>
/// The service in miniature: instances of Kafka with the states they pass in time, the calls of identity management that lead to
/// them, and the batch call of the cache service. Reached in process through <see cref="CreateHandler"/> or over a
/// socket after <see cref="Listen"/>; both lead to the same state.
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

    /// <summary>Begins with the sample project, or with what the state file holds.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option could not work.</exception>
    /// <exception cref="IOException">The state file cannot be used: it is another emulator's, or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds no state of an emulator, or that of another version.</exception>
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

    /// <summary>The secret key that goes with it.</summary>
    public string SecretKey { get; }

    /// <summary>The main project.</summary>
    public string ProjectId { get; }

    /// <summary>The region, which is also the main project's name.</summary>
    public string Region { get; }

    /// <summary>The account's name, for tokens.</summary>
    public string DomainName { get; }

    /// <summary>The user's name, for tokens.</summary>
    public string UserName { get; }

    /// <summary>The user's password, for tokens.</summary>
    public string Password { get; }

    /// <summary>How much shorter durations are than at the service.</summary>
    public double Speed { get; }

    /// <summary>The time it goes by. Whoever signs requests has to agree with it within 15 minutes.</summary>
    public IEmulatorClock Clock { get; }

    /// <summary>Where it listens; null when it does not.</summary>
    public Uri? Endpoint => Volatile.Read(ref _listener)?.Endpoint;

    /// <summary>What goes wrong on purpose.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The consumers that read topics of the main project.</summary>
    public EmulatedConsumers Consumers { get; }

    /// <summary>The brokers of the main project's instances, which can go down and come back.</summary>
    public EmulatedBrokers Brokers { get; }

    /// <summary>The latest 10 000 requests, oldest first.</summary>
    public ReadOnlyCollection<EmulatedRequest> Requests => _log.Snapshot();

    /// <summary>The Redis instances of the main project.</summary>
    public ReadOnlyCollection<EmulatedDcsInstance> DcsInstances
        => Look(project => project.DcsInstances
            .ConvertAll(redis => new EmulatedDcsInstance(redis.Id, redis.Name, redis.EngineVersion, redis.Status)));

    /// <summary>Ids of the main project's Kafka instances in which a changed static setting waits for a restart.</summary>
    public ReadOnlyCollection<string> InstancesAwaitingRestart
        => Look(project => project.Instances
            .FindAll(instance => instance.PendingConfigs.Count > 0)
            .ConvertAll(instance => instance.Id));

    /// <summary>A handler for HttpClient that leads here without a socket, whatever the host. Each may be disposed of on its own.</summary>
    public HttpMessageHandler CreateHandler()
    {
        ThrowIfDisposed();
        return new InProcessHandler(_gateway);
    }

    /// <summary>Begins to listen on 127.0.0.1.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <returns>The address.</returns>
    /// <exception cref="InvalidOperationException">It listens already.</exception>
    public Uri Listen(int port = 0)
    {
        lock (_gate)
        {
            ThrowIfDisposed();
            if (_listener is not null)
                throw new InvalidOperationException($"The emulator listens on {_listener.Endpoint} already.");
            LoopbackListener listener = new(_gateway, port);
            Volatile.Write(ref _listener, listener);
            return listener.Endpoint;
        }
    }

    /// <summary>Takes no more connections. Requests that are being answered come to their end.</summary>
    public void StopListening()
    {
        lock (_gate)
        {
            _listener?.Dispose();
            Volatile.Write(ref _listener, null);
        }
    }

    /// <summary>Back to the initial state, with an empty log and no faults. Tokens that are out become invalid.</summary>
    public void Reset()
    {
        _service.Reset();
        Faults.Clear();
        _log.Clear();
        OnChanged();
    }

    /// <summary>Writes the state file now; nothing without one.</summary>
    public void Save() => _file?.Save();

    /// <summary>Stops listening and saves.</summary>
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

    /// <summary>Where it listens, or that it does not.</summary>
    public override string ToString() => Endpoint?.ToString() ?? "in process";

    /// <summary>The state as the file would hold it.</summary>
    internal byte[] Serialize() => _service.Serialize();

    /// <summary>Reads something of the main project as it is by now.</summary>
    private ReadOnlyCollection<T> Look<T>(Func<ProjectState, List<T>> read)
        => _service.InProject(ProjectId, (project, _) => read(project).AsReadOnly());

    private void OnChanged() => _file?.SaveSoon();

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);
}
