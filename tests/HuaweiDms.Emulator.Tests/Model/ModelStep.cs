namespace HuaweiDms.Emulator.Tests.Model;

/// <summary>The kinds of steps in a sequence.</summary>
public enum StepKind
{
    CreateInstance,
    RenameInstance,
    DeleteInstance,
    RestartInstances,
    DeleteInstances,
    ExtendStorage,
    AddBrokers,
    CreateTopic,
    GrowTopic,
    RetainTopics,
    DeleteTopics,
    MoveTopic,
    CreateGroup,
    DescribeGroup,
    DeleteGroup,
    DeleteGroups,
    ResetOffsets,
    StartConsumer,
    StopConsumers,
    CreateUser,
    DeleteUsers,
    Permit,
    CreateQuota,
    UpdateQuota,
    DeleteQuota,
    SetTags,
    DeleteTags,
    Produce,
    DeleteMessages,
    DeleteTask,
    Wait,
    WaitLong,
    SaveAndLoad,
}

/// <summary>A step, with numbers that select its targets.</summary>
/// <param name="Kind">The kind of step.</param>
/// <param name="Slot">The instance.</param>
/// <param name="Item">The topic, group, user, quota or tag.</param>
/// <param name="Value">The variant of the step.</param>
public sealed record ModelStep(StepKind Kind, int Slot, int Item, int Value);
