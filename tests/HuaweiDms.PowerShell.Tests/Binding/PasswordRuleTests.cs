using System.Security;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("Abcdefg1")]
    [InlineData("abc def 1")]
    [InlineData("ABCDEFG1!")]
    [InlineData("Ünïcode123a")]
    public void Three_kinds_of_characters_are_enough(string password) => Assert.Null(Check(password));

    [Theory]
    [InlineData("Abcde1!")]
    [InlineData("Abcdefghijklmnopqrstuvwxyz1234567")]
    public void Fewer_than_8_or_more_than_32_characters_are_refused(string password) => Assert.Contains("8 to 32", Check(password), StringComparison.Ordinal);

    [Theory]
    [InlineData("abcdefg1")]
    [InlineData("ABCDEFGH")]
    public void Two_kinds_of_characters_are_refused(string password) => Assert.Contains("three", Check(password), StringComparison.Ordinal);

    [Fact]
    public void A_leading_hyphen_is_refused() => Assert.Contains("hyphen", Check("-Abcdefg1"), StringComparison.Ordinal);

    [Theory]
    [InlineData("User-Name1", "User-Name1")]
    [InlineData("1emaN-resU", "User-Name1")]
    public void The_user_name_is_refused_forwards_and_backwards(string password, string userName)
        => Assert.Contains("user name", Check(password, userName), StringComparison.Ordinal);

    [Fact]
    public void For_a_new_user_only_the_forward_name_is_refused()
    {
        Assert.Contains("user name", Check("User-Name1", "User-Name1", isNew: true), StringComparison.Ordinal);
        Assert.Null(Check("1emaN-resU", "User-Name1", isNew: true));
    }

    [Theory]
    [InlineData("abcdefg1")]
    [InlineData("-Abcdefg1")]
    [InlineData("short")]
    public void The_error_never_repeats_the_password(string password) => Assert.DoesNotContain(password, Check(password)!, StringComparison.Ordinal);

    private static string? Check(string password, string userName = "somebody", bool isNew = false)
    {
        using SecureString secure = new();
        foreach (char character in password)
            secure.AppendChar(character);
        return isNew ? PasswordRule.ViolationOfNewUser(secure, userName) : PasswordRule.Violation(secure, userName);
    }
}
