using System.Security;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Creates users of instances (5.7.2).</summary>
internal static class UserCreation
{
    public const string Purpose = "Create the user";

    /// <summary>The rule that a name or its password breaks; null if none.</summary>
    public static string? Violation(string name, SecureString password)
        => InstanceNameAttribute.Fits(name) ? PasswordRule.ViolationOfNewUser(password, name) : Text.UserNameRule;

    /// <summary>Creates it.</summary>
    /// <param name="pipeline">Where a warning goes.</param>
    /// <param name="user">The user.</param>
    /// <param name="password">Its password.</param>
    /// <param name="description">The description; null or empty for none.</param>
    /// <returns>The created user, or the existing one if the response was lost.</returns>
    public static Task<InstanceUser> RunAsync(IPipeline pipeline, ItemReference user, SecureString password, string? description)
    {
        (UsersApi users, string instanceId, string name) = (user.Context.Client.Users, user.Instance.Id, user.Name);
        InstanceUser wanted = new InstanceUser
        {
            UserName = name,
            Description = string.IsNullOrEmpty(description) ? null : description,
        }.In(user.Context, user.Instance);
        return Creation.RunAsync(
            pipeline,
            Purpose,
            name,
            user.Subject,
            async cancellationToken =>
            {
                using Secret secret = Secret.From(password);
                await users.CreateAsync(instanceId, name, secret, wanted.Description, cancellationToken).ConfigureAwait(false);
                return wanted;
            },
            users.List(instanceId),
            listed => string.Equals(listed.UserName, name, StringComparison.Ordinal) ? listed : null);
    }
}
