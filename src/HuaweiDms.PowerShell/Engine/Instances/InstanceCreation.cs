using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Creates an instance over one connection (5.1.1; v1.0: 7.1.1.1). It costs money, so it is never ordered twice.</summary>
/// <param name="context">The connection.</param>
/// <param name="order">What to order.</param>
/// <param name="access">User name and password for SASL; null for none.</param>
/// <param name="manager">User name and password of Kafka Manager, which only v1.0 has; null for none.</param>
internal sealed class InstanceCreation(DmsContext context, InstanceSpecification order, PSCredential? access, PSCredential? manager)
{
    public const string Purpose = "Create instance";

    /// <summary>The maximum clock difference for a valid signature.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(15);

    private readonly OrderFields _fields = new(order, context.IsV1);
    private readonly OrderRules _rules = new(order, context.IsV1);

    /// <summary>The id of the instance, if it was found before it was to be ordered.</summary>
    private string? _found;

    /// <summary>The first rule that is broken; null if none is, and the order then has only the values that are sent.</summary>
    public Failure? Check()
    {
        if ((_fields.Check() ?? _rules.Check() ?? CheckPassword("AccessCredential", access) ?? CheckPassword("ManagerCredential", manager)) is { } broken)
            return broken;
        _fields.LeaveOutUnknown();
        return null;
    }

    /// <summary>The warning about a valid order; null if there is none.</summary>
    public string? Warning => _rules.Warning;

    /// <summary>Whether an instance of that name is used as it is, instead of being an error.</summary>
    public bool AcceptsExisting { get; init; }

    /// <summary>Whether <see cref="LookAsync"/> found the instance, so that there is nothing to order.</summary>
    public bool IsFound => _found is not null;

    /// <summary>Looks whether the instance exists, and warns if it differs.</summary>
    /// <param name="pipeline">Where warnings go.</param>
    /// <param name="subject">The display text of the instance.</param>
    public async Task LookAsync(IPipeline pipeline, string subject) => _found = await FindAsync(pipeline, subject).ConfigureAwait(false);

    /// <summary>Orders the instance, unless it may exist and does, and waits for it if requested.</summary>
    /// <param name="pipeline">Where warnings go.</param>
    /// <param name="run">Sends and waits.</param>
    /// <param name="subject">The display text of the instance.</param>
    /// <returns>The instance in its new state; if the wait ended before it runs, it is the target of the error.</returns>
    public async Task<object?> RunAsync(IPipeline pipeline, SendAndWait run, string subject)
    {
        string id = await run.RequestAsync(() => ProvideAsync(pipeline, subject)).ConfigureAwait(false);
        string made = $"{order.Name} ({id})";
        WaitTarget target = InstanceStates.Target(context, id, made, id, missing: "CREATING") with { WaitOn = $"Wait-DmsInstance {id}" };
        Failure? over = await run.TryWaitAsync(target, WaitGoal.Running()).ConfigureAwait(false);
        object? instance = await run.RequestAsync(() => ReadAsync(pipeline, id, over)).ConfigureAwait(false);
        return over is null ? instance : throw new FailureException(over.About(instance));
    }

    private Failure? CheckPassword(string parameter, PSCredential? credential)
        => credential is not null && PasswordRule.Violation(credential.Password, credential.UserName) is { } rule
            ? Failures.InvalidArgument(parameter, credential.UserName, rule, order.Name)
            : null;

    /// <summary>The id of the existing instance, or of a new one.</summary>
    private async Task<string> ProvideAsync(IPipeline pipeline, string subject)
    {
        if (_found is not null)
            return _found;
        if (!AcceptsExisting)
            return await OrderOnceAsync(pipeline, subject).ConfigureAwait(false);
        if (await FindAsync(pipeline, subject).ConfigureAwait(false) is { } present)
            return present;
        try
        {
            return await OrderOnceAsync(pipeline, subject).ConfigureAwait(false);
        }
        catch (DmsException exists) when (exists.Kind == DmsErrorKind.AlreadyExists)
        {
            // Somebody else ordered it in between.
            if (await FindAsync(pipeline, subject).ConfigureAwait(false) is { } existing)
                return existing;
            throw;
        }
    }

    /// <summary>The id of the instance that has the name; null if there is none.</summary>
    private async Task<string?> FindAsync(IPipeline pipeline, string subject)
    {
        InstanceFilter filter = new() { Name = order.Name, ExactName = true };
        await foreach (Instance existing in context.Client.Instances.List(filter).WithCancellation(pipeline.Stop).ConfigureAwait(false))
        {
            if (existing.InstanceId is not { } id || existing.Name != order.Name)
                continue;
            if (InstanceDifference.Describe(existing, order) is { } difference)
                pipeline.WriteWarning(Format(Text.InstanceDiffers, subject, difference));
            else
                pipeline.WriteVerbose(Format(Text.NothingLeftToDo, subject));
            return id;
        }
        return null;
    }

    private Task<string> OrderOnceAsync(IPipeline pipeline, string subject)
    {
        DateTimeOffset before = context.Client.UtcNow - ClockTolerance;
        InstanceFilter filter = new() { Name = order.Name, ExactName = true, IncludeFailed = true };
        return Creation.RunAsync(
            pipeline,
            Purpose,
            order.Name,
            subject,
            OrderAsync,
            context.Client.Instances.List(filter),
            instance => instance.CreatedAt < before ? null : instance.InstanceId);
    }

    /// <summary>Orders the instance with its passwords, which are kept only for the duration of the request.</summary>
    private async Task<string> OrderAsync(CancellationToken cancellationToken)
    {
        using Secret? accessPassword = Secret.FromOptional(access?.Password);
        using Secret? managerPassword = order.ManagerUserName is null ? null : Secret.FromOptional(manager?.Password);
        (order.AccessPassword, order.ManagerPassword) = (accessPassword, managerPassword);
        return await context.Client.Instances.CreateAsync(order, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The instance is ordered, so a failed read must not lose its id.</summary>
    private async Task<object?> ReadAsync(IPipeline pipeline, string id, Failure? over)
    {
        Instance ordered = new() { Context = context.Name, InstanceId = id, Name = order.Name };
        try
        {
            return await context.Client.Instances.GetAsync(id, pipeline.Stop).ConfigureAwait(false);
        }
        catch (DmsException early) when (NotFoundErrors.IsObjectMissing(early))
        {
            // A yearly or monthly instance does not exist before its order is processed.
            ordered.Status = "CREATING";
        }
        catch (DmsException error)
        {
            // If there is already an error, it is sufficient.
            if (over is null)
                pipeline.WriteWarning(Format(Text.OrderedButUnread, order.Name, id, error.Message));
        }
        return ordered;
    }
}
