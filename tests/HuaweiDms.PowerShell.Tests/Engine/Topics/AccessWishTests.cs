using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class AccessWishTests
{
    [Fact]
    public void Merging_two_requests_creates_a_third_and_leaves_both_unchanged()
    {
        AccessWish first = Wish(("app-user", "All"), ("billing", "Publish"));
        AccessWish later = Wish(("app-user", "All"), ("reporting", "Subscribe"));

        AccessWish both = first.And(later, user => Assert.Fail(user));

        Assert.Equal(["app-user", "billing", "reporting"], both.Users.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2, 2), (first.Users.Count, later.Users.Count));
    }

    [Fact]
    public void Of_two_permissions_of_a_user_the_first_is_used_and_the_other_is_reported()
    {
        List<string> refused = [];

        AccessWish both = Wish(("app-user", "All")).And(Wish(("app-user", "Publish"), ("App-User", "Publish")), refused.Add);

        Assert.Equal("app-user", Assert.Single(refused));
        Assert.Equal(["All", "Publish"], both.Users.Values);
    }

    private static AccessWish Wish(params (string User, string Access)[] users)
    {
        AccessWish wish = new();
        foreach ((string user, string access) in users)
            wish.Users[user] = access;
        return wish;
    }
}
