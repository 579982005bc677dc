using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Access policies of topics, on instances with SASL (5.7.6, 5.7.7). Every method throws <see cref="DmsException"/> when the call fails.
/// </summary>
public sealed class AccessPoliciesApi
{
    /// <summary>The operation that an instance reports while access policies change.</summary>
    internal const string TaskName = "updateTopicPolicies";

    private static readonly ApiOperation Show = ApiOperation.Get(
        "5.7.6", "ShowTopicAccessPolicy", "/v1/{project_id}/instances/{instance_id}/topics/{topic_name}/accesspolicy");

    private static readonly ApiOperation Update = ApiOperation.Post(
        "5.7.7", "UpdateTopicAccessPolicy", "/v1/{project_id}/instances/{instance_id}/topics/accesspolicy", Repeatability.Always);

    private readonly ApiTransport _transport;

    internal AccessPoliciesApi(ApiTransport transport) => _transport = transport;

    /// <summary>Lists the access policies of a topic (5.7.6).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<TopicAccessPolicy>> ListAsync(string instanceId, string topic, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(Show, instanceId).With("topic_name", topic);
        AccessPolicyResponse response
            = await _transport.GetAsync(request, ServiceJsonContext.Default.AccessPolicyResponse, cancellationToken).ConfigureAwait(false);
        return
        [
            .. (response.Policies ?? []).OfType<AccessPolicyItem>().Select(policy => _transport.WithOrigin(new TopicAccessPolicy
            {
                Topic = topic,
                UserName = policy.UserName,
                Access = TopicAccess.FromWire(policy.Access),
                IsOwner = policy.IsOwner ?? false,
                TopicType = response.TopicType,
            }, instanceId)),
        ];
    }

    /// <summary>
    /// Replaces all access policies of topics (5.7.7). The service applies the change after it has responded; meanwhile, <see
    /// cref="Instance.TaskName"/> of the instance reports it.
    /// </summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="lists">The topics and their complete access policies.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One result per item, in the order of the request.</returns>
    public async Task<IReadOnlyList<TopicActionResult>> SetAsync(
        string instanceId, IReadOnlyList<TopicAccessList> lists, CancellationToken cancellationToken = default)
    {
        AccessPolicyBody body = new()
        {
            Topics =
            [
                .. lists.Select(list => new AccessPolicyTopic
                {
                    Name = list.Topic,
                    Policies = [.. list.Policies.Select(policy => new AccessPolicyItem { UserName = policy.UserName, Access = TopicAccess.ToWire(policy.Access!) })],
                }),
            ],
        };
        ApiRequest request = new ApiRequest(Update, instanceId).Body(body, ServiceJsonContext.Default.AccessPolicyBody);
        TopicOutcomes? outcomes = null;
        try
        {
            outcomes = (await _transport.SendAsync(request, ServiceJsonContext.Default.TopicOutcomes, cancellationToken).ConfigureAwait(false)).Value;
        }
        catch (DmsException error) when (lists.Count == 1 && lists[0].Policies.Count == 0 && IsEmptyAlready(error))
        {
            // Clearing a list that is already empty counts as success. With several topics, it is unknown which one caused the error, and
            // none was changed.
        }
        return _transport.WithOrigins(TopicBatch.OfFailed("updatePolicies", [.. lists.Select(list => list.Topic)], outcomes), instanceId);
    }

    private static bool IsEmptyAlready(DmsException error)
        => error.StatusCode == 400 && error.ServiceMessage?.IndexOf("policy is empty", StringComparison.OrdinalIgnoreCase) >= 0;
}
