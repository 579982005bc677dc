using System.Security;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Makes and describes the users of a configuration. A configuration holds no passwords, so those of new users are given beside it.</summary>
internal sealed class UsersImport(ImportTarget target) : ImportPart(target)
{
    private const string Purpose = "Create the user";

    public override Task<IReadOnlyList<ImportStage>> PlanAsync(IReadOnlyList<ConfigurationDifference> differences, CancellationToken stop)
    {
        if (LacksSasl(differences))
            return Task.FromResult<IReadOnlyList<ImportStage>>([]);
        ImportStep[] made = [.. Added<ConfiguredUser>(differences).Select(item => PlanNew(item.Wanted)).OfType<ImportStep>()];
        return Task.FromResult<IReadOnlyList<ImportStage>>(
        [
            ImportStage.Each(Purpose, made, CreateAsync),
            ImportStage.Each(
                "Change the user", Described(differences), (step, pipeline) => Target.Client.Users.UpdateAsync(Target.Instance.Id, step.Name, (string)step.Payload!, pipeline.Stop)),
        ]);
    }

    public override ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus)
        => ImportStage.Each(
            "Delete the user",
            [
                .. surplus.Select(difference => new ImportStep(
                    ConfigurationKind.User, difference.Name!, ConfigurationChange.Remove, "Delete the user; whoever uses it is cut off")
                {
                    IsLoss = true,
                }),
            ],
            (step, pipeline) => Target.Client.Users.DeleteAsync(Target.Instance.Id, [step.Name], pipeline.Stop));

    private ImportStep? PlanNew(ConfiguredUser wanted)
    {
        string name = wanted.UserName!;
        string? rule = !InstanceNameAttribute.Fits(name) ? Text.UserNameRule
            : Target.Passwords.TryGetValue(name, out SecureString? password) ? PasswordRule.ViolationOfNewUser(password, name)
            : Format(Text.NoPasswordRule, Target.Look.Subject);
        if (rule is null)
            return new(ConfigurationKind.User, name, ConfigurationChange.Add, Purpose) { Payload = wanted };
        Refuse(Failures.InvalidArgument("UserCredential", name, rule));
        return null;
    }

    private Task CreateAsync(ImportStep step, IPipeline pipeline)
    {
        string? description = ((ConfiguredUser)step.Payload!).Description;
        return Creation.RunAsync(
            pipeline,
            Purpose,
            step.Name,
            Target.Subject(step.Name),
            async stop =>
            {
                using Secret password = Secret.From(Target.Passwords[step.Name]);
                await Target.Client.Users.CreateAsync(
                    Target.Instance.Id, step.Name, password, string.IsNullOrEmpty(description) ? null : description, stop).ConfigureAwait(false);
                return step.Name;
            },
            Target.Client.Users.List(Target.Instance.Id),
            user => string.Equals(user.UserName, step.Name, StringComparison.Ordinal) ? step.Name : null);
    }
}
