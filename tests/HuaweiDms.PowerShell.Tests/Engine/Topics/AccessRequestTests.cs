using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class AccessRequestTests
{
    [Fact]
    public void Merging_two_requests_creates_a_third_and_leaves_both_unchanged()
    {
        AccessRequest first = Request(("app-user", "All"), ("billing", "Publish"));
        AccessRequest later = Request(("app-user", "All"), ("reporting", "Subscribe"));

        AccessRequest both = first.And(later, user => Assert.Fail(user));

        Assert.Equal(["app-user", "billing", "reporting"], both.Users.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2, 2), (first.Users.Count, later.Users.Count));
    }

    [Fact]
    public void Of_two_permissions_of_a_user_the_first_is_used_and_the_other_is_reported()
    {
        List<string> refused = [];

        AccessRequest both = Request(("app-user", "All")).And(Request(("app-user", "Publish"), ("App-User", "Publish")), refused.Add);

        Assert.Equal("app-user", Assert.Single(refused));
        Assert.Equal(["All", "Publish"], both.Users.Values);
    }

    [Fact]
    public void A_merged_list_keeps_the_other_users_and_contains_each_user_once()
    {
        List<TopicAccessPolicy> list = Request(("billing", "All"), ("reporting", "Subscribe"), ("audit", "None"), ("nobody", "None"))
            .ListFor("orders", Present, merge: true);

        Assert.Equal(["app-user=Publish", "billing=All", "reporting=Subscribe"], list.Select(policy => $"{policy.UserName}={policy.Access}"));
    }

    [Fact]
    public void A_list_that_is_not_merged_contains_only_the_requested_users()
    {
        List<TopicAccessPolicy> list = Request(("billing", "All"), ("audit", "None")).ListFor("orders", Present, merge: false);

        Assert.Equal(["billing=All"], list.Select(policy => $"{policy.UserName}={policy.Access}"));
    }

    private static TopicAccessPolicy[] Present =>
    [
        new() { Topic = "orders", UserName = "app-user", Access = "Publish" },
        new() { Topic = "orders", UserName = "billing", Access = "Subscribe" },
        new() { Topic = "orders", UserName = "audit", Access = "All" },
    ];

    private static AccessRequest Request(params (string User, string Access)[] users)
    {
        AccessRequest request = new();
        foreach ((string user, string access) in users)
            request.Users[user] = access;
        return request;
    }
}
