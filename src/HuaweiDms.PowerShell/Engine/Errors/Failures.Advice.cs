namespace HuaweiDms.PowerShell.Engine;

/// <content>The advice for errors of the service.</content>
internal static partial class Failures
{
    /// <summary>
    /// The service's error code for an operation that the state of an instance does not allow; the code does not name the state.
    /// </summary>
    public const string WrongInstanceStateId = "DMS.00400026";

    /// <summary>The service's error code for an operation that requires SASL while it is off.</summary>
    public const string SaslOffId = "DMS.00400971";

    /// <summary>
    /// Whether an error is about the instance as a whole, so that a command that reads many of its items reports it once.
    /// </summary>
    public static bool IsOfInstance(DmsException error) => error.ErrorId is WrongInstanceStateId or SaslOffId;

    /// <summary>The placeholder in a command for an unknown instance id.</summary>
    private const string UnknownInstance = "<id>";

    /// <summary>
    /// Returns the advice: a command of the module if one helps, otherwise the advice for the code and the kind of error.
    /// </summary>
    /// <param name="error">The error of the service.</param>
    /// <param name="state">The state of the instance, if known.</param>
    private static string? AdviceFor(DmsException error, string? state = null)
        => (error.ErrorId, error.Operation) switch
        {
            (SaslOffId, _) => Format(Text.SaslOffAdvice, error.InstanceId ?? UnknownInstance),
            ("DMS.00400017", "CreateMessageDiagnosisTask") => Text.DiagnosisBusyAdvice,
            ("DMS.00400017", _) => Format(Text.TaskRunningAdvice, error.InstanceId ?? UnknownInstance),
            ("DMS.50050004", "CreateMessageDiagnosisTask") => Text.DiagnosisOfflineAdvice,
            (SmartConnectOffId, _) => Text.SmartConnectOffAdvice,
            ("DMS.10240018", _) => Text.GroupExistsAdvice,
            ("DMS.00400060", not "UpdateInstance") => Text.InstanceExistsAdvice,
            ("DMS.00400861", _) => Join(error.Advice, Text.BrokersDownAdvice),
            ("DMS.00400053", _) => Text.LatestKernelAdvice,
            ("DMS.00404026", _) => Text.SmartConnectTaskAdvice,
            ("DMS.00400868" or "DMS.00400869" or "DMS.00400872", _) => Format(Text.StateAdvice, ShowingCommand.Of("ListConnectorTasks")),
            _ => Join(error.Advice, AdviceForKind(error, state)),
        };

    private static string? AdviceForKind(DmsException error, string? state)
        => error.Kind switch
        {
            DmsErrorKind.Busy => AdviceForBusy(error, state),
            DmsErrorKind.OutcomeUnknown => Format(Text.OutcomeUnknownAdvice, CommandFor(error)),
            DmsErrorKind.Throttled => error.RetryAfter is null ? Text.ThrottledAdvice : null,
            _ => error.ErrorId is "DMS.111501024" or "DMS.111501026" ? Text.MessageQueryAdvice : null,
        };

    /// <summary>Most states end after some time, but not one that ends only with a payment.</summary>
    private static string? AdviceForBusy(DmsException error, string? state)
        => InstanceStates.IsFrozen(state) ? Text.FrozenAdvice
            : Join(
                UsesKafkaManager(error.Operation) ? Text.ManagerOffAdvice : Text.BusyAdvice,
                state is null && error.ErrorId == WrongInstanceStateId ? Text.MaybeFrozenAdvice : null);

    /// <summary>
    /// Whether an operation needs Kafka Manager. Once that is disabled, such an operation is refused permanently, with the same
    /// error as for a busy instance (5.2.12).
    /// </summary>
    private static bool UsesKafkaManager(string? operation)
        => operation is "ShowCluster" or "ShowCoordinators" or "ShowInstanceTopicDetail" or "UpdateTopicReplica" or "CreatePartition"
            or "ResetMessageOffset" or "ShowPartitionMessage" or "ShowMessages" or "ShowPartitionBeginningMessage"
            or "ShowPartitionEndMessage" or "RestartManager" or "ResetManagerPassword";

    private static string CommandFor(DmsException error) => ShowingCommand.Of(error.ShownBy) ?? Text.TheConsole;

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : first + " " + second;
}
