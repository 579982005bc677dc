using System.Security;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates and describes the users of a configuration. A configuration contains no passwords, so the passwords of new users are
/// given separately.
/// </summary>
internal sealed class UsersImport(ImportTarget target) : ImportPart(target)
{
    public override IReadOnlyList<ImportStage> Plan(IReadOnlyList<ConfigurationDifference> differences)
    {
        if (LacksSasl(differences))
            return [];
        ImportStep[] made = [.. Added<ConfiguredUser>(differences).Select(item => PlanNew(item.Wanted)).OfType<ImportStep>()];
        return
        [
            ImportStage.Each(
                UserCreation.Purpose,
                made,
                (step, pipeline) => UserCreation.RunAsync(pipeline, Target.Item(step.Name), Target.Passwords[step.Name], (string?)step.Payload)),
            ImportStage.Each(
                "Change the user", Described(differences), (step, pipeline) => Target.Client.Users.UpdateAsync(Target.Instance.Id, step.Name, (string)step.Payload!, pipeline.Stop)),
        ];
    }

    public override ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus)
        => ImportStage.Each(
            "Delete the user",
            [.. surplus.Select(difference => Removal(difference, Text.DeleteUser))],
            (step, pipeline) => Target.Client.Users.DeleteAsync(Target.Instance.Id, [step.Name], pipeline.Stop));

    private ImportStep? PlanNew(ConfiguredUser wanted)
    {
        string name = wanted.UserName!;
        string? rule = Target.Passwords.TryGetValue(name, out SecureString? password)
            ? UserCreation.Violation(name, password)
            : Format(Text.NoPasswordRule, Target.Snapshot.Subject);
        if (rule is null)
            return new(ConfigurationKind.User, name, ChangeKind.Add, UserCreation.Purpose) { Payload = wanted.Description };
        Refuse(Failures.InvalidArgument("UserCredential", name, rule));
        return null;
    }
}
