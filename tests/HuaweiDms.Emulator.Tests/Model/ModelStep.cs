namespace HuaweiDms.Emulator.Tests.Model;

/// <summary>What can be done to the service in one step of a sequence.</summary>
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

/// <summary>A step, with numbers that stand for what it is done to.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Slot">The instance.</param>
/// <param name="Item">The topic, group, user, quota or tag.</param>
/// <param name="Value">How it is done.</param>
public sealed record ModelStep(StepKind Kind, int Slot, int Item, int Value);
