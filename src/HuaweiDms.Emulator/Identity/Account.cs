using System.Text;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Identity;

/// <summary>The one account of the emulated service: who may sign, and who may get tokens.</summary>
internal sealed class Account(DmsEmulatorOptions options)
{
    public string DomainId { get; } = IdGenerator.HexForName("domain/" + options.DomainName);

    public string DomainName { get; } = options.DomainName;

    public string UserId { get; } = IdGenerator.HexForName("user/" + options.UserName);

    public string UserName { get; } = options.UserName;

    /// <summary>The secret key of an access key; null when nobody has it.</summary>
    public string? SecretKeyOf(string accessKey) => accessKey == options.AccessKey ? options.SecretKey : null;

    /// <summary>Whether user and password are right; each is given by name or by identifier.</summary>
    public bool IsUser(string? domainName, string? domainId, string? userName, string? userId, string password)
    {
        bool known = (userId ?? UserId) == UserId
            && (userName ?? UserName) == UserName
            && (domainId ?? DomainId) == DomainId
            && (domainName ?? DomainName) == DomainName;
        return FixedTime.Equal(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(options.Password)) && known;
    }
}
