using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>What a new access policy grants and revokes; a revocation needs confirmation.</summary>
public sealed class AccessChangeTests
{
    [Fact]
    public void Grants_changes_and_revocations_are_described_per_user()
    {
        AccessChange change = new(List(("app", "All"), ("billing", "Publish"), ("old", "Subscribe")), List(("app", "All"), ("billing", "Subscribe"), ("new", "Publish")));

        Assert.Equal("Set permissions: change billing from Publish to Subscribe, give new Publish, remove Subscribe from old", change.Action);
        Assert.False(change.IsEmpty);
    }

    [Fact]
    public void A_topic_without_users_may_be_open_to_everyone_and_the_plan_says_so()
    {
        Assert.Contains("allow.everyone.if.no.acl.found", new AccessChange(List(("app", "All")), []).Action, StringComparison.Ordinal);
        Assert.DoesNotContain("allow.everyone", new AccessChange(List(("app", "All"), ("new", "All")), List(("new", "All"))).Action, StringComparison.Ordinal);
        Assert.True(new AccessChange([], []).IsEmpty);
    }

    [Fact]
    public void The_first_permission_of_an_existing_topic_locks_out_all_other_users()
    {
        AccessChange first = new([], List(("app", "All")));
        AccessChange ofNewTopic = new([], List(("app", "All")), isNew: true);

        Assert.True(first.RemovesAccess);
        Assert.StartsWith("Set permissions: give app All, and lock out all other users", first.Action, StringComparison.Ordinal);
        Assert.Equal(("Set permissions: give app All", false), (ofNewTopic.Action, ofNewTopic.RemovesAccess));
    }

    [Fact]
    public void The_same_policy_in_another_order_changes_nothing()
    {
        AccessChange change = new(List(("app", "All"), ("billing", "Publish")), List(("billing", "Publish"), ("app", "All")));

        Assert.Equal((true, false), (change.IsEmpty, change.RemovesAccess));
    }

    [Theory]
    [InlineData("All", "Subscribe", true)]
    [InlineData("Publish", "Subscribe", true)]
    [InlineData("Publish", "All", false)]
    [InlineData(null, "Publish", false)]
    [InlineData("Publish", null, true)]
    public void A_user_with_fewer_permissions_than_before_loses_access_whatever_others_gain(string? before, string? after, bool takesAway)
    {
        List<TopicAccessPolicy> others = List(("early", "Publish"), ("later", "Subscribe"));
        List<TopicAccessPolicy> raised = List(("early", "All"), ("later", "All"));

        Assert.Equal(takesAway, new AccessChange([.. User(before), .. others], [.. User(after), .. raised]).RemovesAccess);
        Assert.Equal(takesAway, new AccessChange([.. others, .. User(before)], [.. raised, .. User(after)]).RemovesAccess);
    }

    private static List<TopicAccessPolicy> User(string? access) => access is null ? [] : List(("somebody", access));

    private static List<TopicAccessPolicy> List(params (string User, string Access)[] users)
        => [.. users.Select(user => new TopicAccessPolicy { UserName = user.User, Access = user.Access })];
}
