using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Users of instances with SASL (5.7.1 to 5.7.5). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class UsersApi
{
    private const string Path = "/v2/{project_id}/instances/{instance_id}/users";

    private static readonly ApiOperation ShowUsers = ApiOperation.Get("5.7.1", "ShowInstanceUsers", Path);

    private static readonly ApiOperation CreateUser
        = ApiOperation.Post("5.7.2", "CreateInstanceUser", Path, Repeatability.OnlyIfNotActedOn);

    private static readonly ApiOperation DeleteUsers = ApiOperation.Put("5.7.3", "BatchDeleteInstanceUsers", Path);

    /// <summary>The misspelling is that of the reference.</summary>
    private static readonly ApiOperation ResetPassword
        = ApiOperation.Put("5.7.4", "ResetUserPasswrod", "/v2/{project_id}/instances/{instance_id}/users/{user_name}");

    private static readonly ApiOperation UpdateUser
        = ApiOperation.Put("5.7.5", "UpdateInstanceUser", "/v2/{engine}/{project_id}/instances/{instance_id}/users/{user_name}");

    private readonly ApiTransport _transport;

    internal UsersApi(ApiTransport transport) => _transport = transport;

    /// <summary>Lists the users of an instance (5.7.1); the service returns them in a single response.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="range">The part of the list to read.</param>
    public PagedResult<InstanceUser> List(string instanceId, PageRange range = default)
        => _transport.Whole(
            () => new(ShowUsers, instanceId),
            ServiceJsonContext.Default.InstanceUserList,
            response => response.Users?.FindAll(user => user?.UserName is not null),
            user => _transport.WithOrigin(user, instanceId),
            range);

    /// <summary>Finds a user by name (5.7.1).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="userName">The name, which is case-sensitive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user; null if there is none of that name.</returns>
    public async Task<InstanceUser?> FindAsync(string instanceId, string userName, CancellationToken cancellationToken = default)
        => (await List(instanceId).ToListAsync(cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(user => string.Equals(user.UserName, userName, StringComparison.Ordinal));

    /// <summary>
    /// Creates a user (5.7.2). The maximum is 500 users per instance, or 20 if the instance was created before 2023-07-15.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="userName">The name: 4 to 64 letters, digits, hyphens and underscores, beginning with a letter.</param>
    /// <param name="password">
    /// The password: 8 to 32 characters of at least three kinds, not beginning with a hyphen, and different from the name.
    /// </param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task CreateAsync(
        string instanceId, string userName, Secret password, string? description = null, CancellationToken cancellationToken = default)
    {
        NewInstanceUser user = new() { UserName = userName, Password = password, Description = description };
        return _transport.SendAsync(new ApiRequest(CreateUser, instanceId).Body(user, ServiceJsonContext.Default.NewInstanceUser), cancellationToken);
    }

    /// <summary>
    /// Deletes users (5.7.3). The response has no results for single users, and the reference does not say what happens to the others if
    /// one is refused.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="userNames">The names of the users.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DeleteAsync(string instanceId, IReadOnlyList<string> userNames, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(DeleteUsers, instanceId).Body(new() { Users = userNames }, ServiceJsonContext.Default.UserDeletion);
        return LostResponse.SendAsync(
            () => _transport.SendAsync(request, cancellationToken),
            async () => !(await List(instanceId).ToListAsync(cancellationToken).ConfigureAwait(false)).Any(user => userNames.Contains(user.UserName!)));
    }

    /// <summary>Resets the password of a user (5.7.4).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="userName">The name of the user.</param>
    /// <param name="password">The new password, under the same rules as the first one; it must also differ from the reversed name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ResetPasswordAsync(string instanceId, string userName, Secret password, CancellationToken cancellationToken = default)
        => _transport.SendAsync(
            new ApiRequest(ResetPassword, instanceId).With("user_name", userName).Body(new() { Password = password }, ServiceJsonContext.Default.NewPassword),
            cancellationToken);

    /// <summary>Changes the description of a user (5.7.5).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="userName">The name of the user.</param>
    /// <param name="description">The new description; an empty one removes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task UpdateAsync(string instanceId, string userName, string description, CancellationToken cancellationToken = default)
    {
        InstanceUserUpdate update = new() { UserName = userName, Description = description };
        ApiRequest request = new ApiRequest(UpdateUser, instanceId).With("user_name", userName);
        return _transport.SendAsync(request.Body(update, ServiceJsonContext.Default.InstanceUserUpdate), cancellationToken);
    }
}
