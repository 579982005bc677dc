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

    private static AccessRequest Request(params (string User, string Access)[] users)
    {
        AccessRequest request = new();
        foreach ((string user, string access) in users)
            request.Users[user] = access;
        return request;
    }
}
