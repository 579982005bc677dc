using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Tags of instances and of a project (5.10). Every method throws <see cref="DmsException"/> when the call fails.</summary>
public sealed class TagsApi
{
    /// <summary>Sending the same change twice has no further effect, so it may be repeated.</summary>
    private static readonly ApiOperation ChangeTags = ApiOperation.Post(
        "5.10.1", "BatchCreateOrDeleteKafkaTag", "/v2/{project_id}/kafka/{instance_id}/tags/action", Repeatability.Always);

    private static readonly ApiOperation ShowTags
        = ApiOperation.Get("5.10.2", "ShowKafkaTags", "/v2/{project_id}/kafka/{instance_id}/tags");

    private static readonly ApiOperation ShowProjectTags
        = ApiOperation.Get("5.10.3", "ShowKafkaProjectTags", "/v2/{project_id}/kafka/tags");

    private readonly ApiTransport _transport;

    internal TagsApi(ApiTransport transport) => _transport = transport;

    /// <summary>Lists the tags of an instance (5.10.2).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<IReadOnlyList<InstanceTag>> ListAsync(string instanceId, CancellationToken cancellationToken = default)
        => _transport.GetListAsync(
            new(ShowTags, instanceId),
            ServiceJsonContext.Default.InstanceTagList,
            response => response.Tags,
            tag => _transport.WithOrigin(tag, instanceId),
            cancellationToken);

    /// <summary>Lists all tag keys of the project and their values (5.10.3).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<IReadOnlyList<ProjectTag>> ListOfProjectAsync(CancellationToken cancellationToken = default)
        => _transport.GetListAsync(
            new(ShowProjectTags), ServiceJsonContext.Default.ProjectTagList, response => response.Tags, tag => _transport.WithContext(tag), cancellationToken);

    /// <summary>Sets tags of an instance (5.10.1); an existing tag with the same key gets the new value.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="tags">The values, by key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task AddAsync(string instanceId, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken = default)
        => ChangeAsync(instanceId, "create", [.. tags.Select(tag => new TagChange { Key = tag.Key, Value = tag.Value })], cancellationToken);

    /// <summary>Removes tags of an instance (5.10.1).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="keys">The keys of the tags.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task RemoveAsync(string instanceId, IReadOnlyList<string> keys, CancellationToken cancellationToken = default)
        => ChangeAsync(instanceId, "delete", [.. keys.Select(key => new TagChange { Key = key })], cancellationToken);

    private Task ChangeAsync(string instanceId, string action, IReadOnlyList<TagChange> tags, CancellationToken cancellationToken)
        => _transport.SendAsync(
            new ApiRequest(ChangeTags, instanceId)
                .Body(new() { Action = action, Tags = tags }, ServiceJsonContext.Default.TagAction),
            cancellationToken);
}
