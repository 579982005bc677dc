namespace HuaweiDms.PowerShell.Engine;

/// <content>What to do about what the service said.</content>
internal static partial class Failures
{
    /// <summary>The service's code where the state of an instance does not allow something, and which state that is goes unsaid.</summary>
    public const string WrongInstanceStateId = "DMS.00400026";

    /// <summary>The service's code where SASL is off and has to be on.</summary>
    private const string SaslOffId = "DMS.00400971";

    /// <summary>Stands in a command for an instance that is not known here.</summary>
    private const string UnknownInstance = "<id>";

    /// <summary>What to do, where a command of ours is the way out; else what is known of the code and the kind.</summary>
    /// <param name="error">What the service said.</param>
    /// <param name="state">The state of the instance, where it is known.</param>
    private static string? AdviceFor(DmsException error, string? state = null)
        => (error.ErrorId, error.Operation) switch
        {
            (SaslOffId, _) => Format(Text.SaslOffAdvice, error.InstanceId ?? UnknownInstance),
            ("DMS.00400017", "CreateMessageDiagnosisTask") => Text.DiagnosisBusyAdvice,
            ("DMS.00400017", _) => Format(Text.TaskRunningAdvice, error.InstanceId ?? UnknownInstance),
            ("DMS.50050004", "CreateMessageDiagnosisTask") => Text.DiagnosisOfflineAdvice,
            (SmartConnectOffId, _) => Text.SmartConnectOffAdvice,
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

    /// <summary>Waiting is the way out of most states, but not of one that somebody has to pay for.</summary>
    private static string? AdviceForBusy(DmsException error, string? state)
        => InstanceStates.IsFrozen(state) ? Text.FrozenAdvice
            : UsesKafkaManager(error.Operation) ? Text.ManagerOffAdvice
            : Join(Text.BusyAdvice, state is null && error.ErrorId == WrongInstanceStateId ? Text.MaybeFrozenAdvice : null);

    /// <summary>Whether an operation goes through Kafka Manager. Once that is off, it is refused for good, as if the instance were busy (5.2.12).</summary>
    private static bool UsesKafkaManager(string? operation)
        => operation is "ShowCluster" or "ShowCoordinators" or "ShowInstanceTopicDetail" or "UpdateTopicReplica" or "CreatePartition"
            or "ResetMessageOffset" or "ShowPartitionMessage" or "ShowMessages" or "ShowPartitionBeginningMessage"
            or "ShowPartitionEndMessage" or "RestartManager" or "ResetManagerPassword";

    private static string CommandFor(DmsException error) => ShowingCommand.Of(error.ShownBy) ?? Text.TheConsole;

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : first + " " + second;
}
