using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>A client for one project, safe for concurrent use by several threads. Its areas follow the API reference.</summary>
public sealed class DmsClient : IDisposable
{
    private readonly DmsClientOptions _options;
    private readonly ApiTransport _transport;
    private readonly ProjectLookup _project;

    /// <summary>Creates a client without sending a request.</summary>
    /// <param name="options">The connection settings. The client copies them, so that changing them later does not affect it.</param>
    /// <exception cref="DmsException">An option is missing or out of range.</exception>
    public DmsClient(DmsClientOptions options)
    {
        options = options?.Copy() ?? throw new ArgumentNullException(nameof(options));
        options.Validate();
        _options = options;
        _project = new ProjectLookup(options, (name, cancellationToken) => Identity!.ListProjectsAsync(name, cancellationToken));
        _transport = new ApiTransport(options, _project);
        Instances = new InstancesApi(_transport, options);
        Settings = new SettingsApi(_transport);
        Tasks = new TasksApi(_transport);
        Tags = new TagsApi(_transport);
        Quotas = new QuotasApi(_transport);
        Messages = new MessagesApi(_transport);
        SmartConnect = new SmartConnectApi(_transport, Instances);
        SinkTasks = new SinkTasksApi(_transport);
        Users = new UsersApi(_transport);
        Topics = new TopicsApi(_transport, options);
        Replicas = new ReplicasApi(_transport, options);
        AccessPolicies = new AccessPoliciesApi(_transport);
        Diagnosis = new DiagnosisApi(_transport);
        Resizing = new ResizingApi(_transport);
        Catalog = new CatalogApi(_transport, options);
        Cluster = new ClusterApi(_transport);
        Manager = new ManagerApi(_transport);
        ConsumerGroups = new ConsumerGroupsApi(_transport);
        Dcs = new DcsApi(_transport);
        Configurations = new ConfigurationsApi(this);
        Identity = new IdentityApi(_transport, options);
        Raw = new RawApi(_transport);
        if (options.Credential is PasswordCredential password)
            password.Use(
                cancellationToken => Identity.CreateTokenAsync(password.DomainName, password.UserName, password.Password, cancellationToken), options.Time);
    }

    /// <summary>The time used to sign requests.</summary>
    internal DateTimeOffset UtcNow => _options.Time.GetUtcNow();

    /// <inheritdoc cref="DmsClientOptions.Elapsed"/>
    internal TimeSpan Elapsed => _options.Elapsed;

    /// <summary>The address of DMS.</summary>
    /// <exception cref="DmsException">There is neither a region nor an endpoint, or the endpoint is not secure.</exception>
    public Uri Endpoint => new Endpoints(_options).Of(DmsService.Kafka);

    /// <summary>Instances and their life cycle (5.1).</summary>
    public InstancesApi Instances { get; }

    /// <summary>Settings, kernel version, password and access of instances (5.1.7 to 5.1.9, 5.2).</summary>
    public SettingsApi Settings { get; }

    /// <summary>Background tasks (5.9).</summary>
    public TasksApi Tasks { get; }

    /// <summary>Tags (5.10).</summary>
    public TagsApi Tags { get; }

    /// <summary>Client quotas (5.2.13 to 5.2.16).</summary>
    public QuotasApi Quotas { get; }

    /// <summary>Messages of topics (5.5.1, 5.8).</summary>
    public MessagesApi Messages { get; }

    /// <summary>Smart Connect and its tasks (5.3).</summary>
    public SmartConnectApi SmartConnect { get; }

    /// <summary>Dump tasks, which Smart Connect tasks have replaced (7.2.4).</summary>
    public SinkTasksApi SinkTasks { get; }

    /// <summary>Users of instances (5.7.1 to 5.7.5).</summary>
    public UsersApi Users { get; }

    /// <summary>Topics and their partitions (5.5.2 to 5.5.7).</summary>
    public TopicsApi Topics { get; }

    /// <summary>Replicas of topics and their reassignment (5.2.8, 5.2.11, 5.5.8).</summary>
    public ReplicasApi Replicas { get; }

    /// <summary>Access policies of topics (5.7.6, 5.7.7).</summary>
    public AccessPoliciesApi AccessPolicies { get; }

    /// <summary>Diagnoses of the causes of consumer lag (5.11).</summary>
    public DiagnosisApi Diagnosis { get; }

    /// <summary>Sizes of instances (5.4).</summary>
    public ResizingApi Resizing { get; }

    /// <summary>Zones, products and maintenance windows that the service offers (5.12).</summary>
    public CatalogApi Catalog { get; }

    /// <summary>Brokers, coordinators and disk usage of an instance (5.2.6, 5.2.7, 5.2.10).</summary>
    public ClusterApi Cluster { get; }

    /// <summary>Kafka Manager (5.2.2, 5.2.3, 5.2.12).</summary>
    public ManagerApi Manager { get; }

    /// <summary>Consumer groups, their members and their offsets (5.6).</summary>
    public ConsumerGroupsApi ConsumerGroups { get; }

    /// <summary>Configurations of whole instances.</summary>
    public ConfigurationsApi Configurations { get; }

    /// <summary>Batch operations of Distributed Cache Service.</summary>
    public DcsApi Dcs { get; }

    /// <summary>Projects and tokens (3.2, 8.4).</summary>
    public IdentityApi Identity { get; }

    /// <summary>Signed requests to any other operation.</summary>
    public RawApi Raw { get; }

    /// <summary>Returns the project id; if none was given, it is looked up on first use.</summary>
    /// <param name="cancellationToken">Cancels the lookup.</param>
    /// <exception cref="DmsException">The project could not be identified.</exception>
    public ValueTask<string> GetProjectIdAsync(CancellationToken cancellationToken = default) => _project.GetAsync(cancellationToken);

    /// <summary>Calls a listener for every attempt made in the current asynchronous flow, until the returned object is disposed.</summary>
    /// <param name="listener">Called on the thread that made the attempt; its exceptions are ignored.</param>
    public static IDisposable ListenToRequests(Action<RequestLogEntry> listener) => RequestLog.Listen(listener);

    /// <summary>Prepares the first call of the process in the background. Sends nothing.</summary>
    internal static void WarmUp()
    {
#if NET
        Transport.WarmUp.Start();
#endif
    }

    /// <summary>
    /// Closes the connections and wipes the credential. Calls in progress end as canceled, and later ones throw <see
    /// cref="ObjectDisposedException"/>.
    /// </summary>
    public void Dispose()
    {
        _transport.Dispose();
        _project.Dispose();
        _options.Credential.Dispose();
    }
}
