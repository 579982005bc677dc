using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>What a new list of permissions gives and takes; what takes is asked about first.</summary>
public sealed class AccessChangeTests
{
    [Fact]
    public void What_is_given_changed_and_taken_is_said_of_each_user()
    {
        AccessChange change = new(List(("app", "All"), ("billing", "Publish"), ("old", "Subscribe")), List(("app", "All"), ("billing", "Subscribe"), ("new", "Publish")));

        Assert.Equal("Set permissions: change billing from Publish to Subscribe, give new Publish, remove Subscribe from old", change.Action);
        Assert.False(change.IsEmpty);
    }

    [Fact]
    public void A_topic_on_which_nobody_is_named_any_more_may_be_open_to_everybody_which_is_said()
    {
        Assert.Contains("allow.everyone.if.no.acl.found", new AccessChange(List(("app", "All")), []).Action, StringComparison.Ordinal);
        Assert.DoesNotContain("allow.everyone", new AccessChange(List(("app", "All"), ("new", "All")), List(("new", "All"))).Action, StringComparison.Ordinal);
        Assert.True(new AccessChange([], []).IsEmpty);
    }

    [Fact]
    public void The_same_list_in_another_order_changes_nothing()
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
    public void Whoever_can_do_less_than_before_is_cut_off_whatever_others_get(string? before, string? after, bool takesAway)
    {
        var others = List(("early", "Publish"), ("later", "Subscribe"));
        var raised = List(("early", "All"), ("later", "All"));

        Assert.Equal(takesAway, new AccessChange([.. User(before), .. others], [.. User(after), .. raised]).RemovesAccess);
        Assert.Equal(takesAway, new AccessChange([.. others, .. User(before)], [.. raised, .. User(after)]).RemovesAccess);
    }

    private static List<TopicAccessPolicy> User(string? access) => access is null ? [] : List(("somebody", access));

    private static List<TopicAccessPolicy> List(params (string User, string Access)[] users)
        => [.. users.Select(user => new TopicAccessPolicy { UserName = user.User, Access = user.Access })];
}
