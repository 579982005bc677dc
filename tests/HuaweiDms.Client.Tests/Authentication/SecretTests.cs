using System.Diagnostics;
using System.Reflection;
using System.Security;
using System.Text.Json;

namespace HuaweiDms.Client.Tests.Authentication;

/// <summary>Secrets are not exposed.</summary>
public sealed class SecretTests
{
    private const string Plain = "mockSecretKey0123456789abcdefghijklmnopq";

    [Fact]
    public void A_secret_prints_as_asterisks_however_it_is_shown()
    {
        using Secret secret = Secret.From(Plain);

        Assert.Equal("********", secret.ToString());
        Assert.Equal("********", $"{secret}");
        Assert.DoesNotContain(Plain, JsonSerializer.Serialize(secret), StringComparison.Ordinal);
        Assert.Equal("********", typeof(Secret).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        Assert.Empty(typeof(Secret).GetProperties());
        Assert.Empty(typeof(Secret).GetFields());
        Assert.All(
            typeof(Secret).GetFields(BindingFlags.Instance | BindingFlags.NonPublic),
            field => Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()!.State));
    }

    [Fact]
    public void Two_secrets_with_the_same_text_are_not_equal()
    {
        using Secret one = Secret.From(Plain);
        using Secret other = Secret.From(Plain);

        Assert.False(one.Equals(other));
    }

    [Fact]
    public void A_secure_string_yields_the_same_secret_and_still_belongs_to_the_caller()
    {
        using SecureString secure = new();
        foreach (char letter in "pä€😀")
            secure.AppendChar(letter);

        using (Secret secret = Secret.From(secure))
        {
            Assert.Equal("pä€😀", secret.RevealText());
            Assert.Equal("pä€😀"u8.ToArray(), secret.Reveal().ToArray());
        }

        Assert.Equal(5, secure.Length);
    }

    [Fact]
    public void A_disposed_secret_cannot_be_read()
    {
        Secret secret = Secret.From(Plain);
        byte[] bytes = (byte[])typeof(Secret).GetField("_bytes", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(secret)!;
        secret.Dispose();

        secret.Dispose();

        Assert.All(bytes, value => Assert.Equal(0, value));
        Assert.Throws<ObjectDisposedException>(() => secret.Reveal().Length);
        Assert.Throws<ObjectDisposedException>(secret.RevealText);
        Assert.Equal("********", secret.ToString());
    }

    [Fact]
    public void A_credential_shows_its_identity_but_no_secret()
    {
        using AccessKeyCredential keys = new("MOCKAK0123456789ABCD", Secret.From(Plain));
        using AccessKeyCredential temporary = new("SHORT", Secret.From(Plain), Secret.From("sectoken"));
        using TokenCredential token = new(Secret.From("MIIabc"));
        using PasswordCredential password = new("acme", "bob", Secret.From("hunter2hunter2"));

        Assert.Equal("access key MOCK****CD", keys.ToString());
        Assert.Equal("temporary access key SH****", temporary.ToString());
        Assert.Equal("token (given)", token.ToString());
        Assert.Equal("password bob@acme", password.ToString());
    }

    [Theory]
    [InlineData("AK with blank")]
    [InlineData("AK\r\nX-Evil: 1")]
    [InlineData("AK,SignedHeaders=host")]
    [InlineData("ÄK")]
    [InlineData("")]
    public void An_invalid_access_key_is_rejected(string accessKey)
        => Assert.Equal("AccessKey", Assert.Throws<DmsException>(() => new AccessKeyCredential(accessKey, Secret.From(Plain))).ParameterName);

    [Theory]
    [InlineData("MIIabc\r\nX-Evil: 1")]
    [InlineData("MIIabc ")]
    [InlineData("")]
    public void An_invalid_token_is_rejected_without_showing_it(string token)
    {
        DmsException refused = Assert.Throws<DmsException>(() => new TokenCredential(Secret.From(token)));
        Assert.Equal("Token", refused.ParameterName);
        Assert.DoesNotContain("MIIabc", refused.ToString(), StringComparison.Ordinal);

        refused = Assert.Throws<DmsException>(() => new AccessKeyCredential("AK", Secret.From(Plain), Secret.From(token)));
        Assert.Equal("SecurityToken", refused.ParameterName);
        Assert.DoesNotContain("MIIabc", refused.ToString(), StringComparison.Ordinal);
    }
}
