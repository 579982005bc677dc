using System.Text;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Identity;

/// <summary>The only account of the emulated service, with the credentials for signatures and tokens.</summary>
internal sealed class Account(DmsEmulatorOptions options)
{
    public string DomainId { get; } = IdGenerator.HexForName("domain/" + options.DomainName);

    public string DomainName { get; } = options.DomainName;

    public string UserId { get; } = IdGenerator.HexForName("user/" + options.UserName);

    public string UserName { get; } = options.UserName;

    /// <summary>The secret key of an access key; null if the access key is unknown.</summary>
    public string? SecretKeyOf(string accessKey) => accessKey == options.AccessKey ? options.SecretKey : null;

    /// <summary>Whether domain, user and password are correct; domain and user may each be given by name or id.</summary>
    public bool IsUser(string? domainName, string? domainId, string? userName, string? userId, string password)
    {
        bool known = (userId ?? UserId) == UserId
            && (userName ?? UserName) == UserName
            && (domainId ?? DomainId) == DomainId
            && (domainName ?? DomainName) == DomainName;
        return FixedTime.Equal(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(options.Password)) && known;
    }
}
