namespace HuaweiDms.Emulator.State;

/// <summary>Somebody who may log in over SASL. Passwords are checked and then forgotten.</summary>
internal sealed class KafkaUser
{
    public string Name { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    /// <summary>Whether it is the one that SASL was turned on with.</summary>
    public bool IsDefault { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public static KafkaUser Default(string name, DateTimeOffset now) => new() { Name = name, IsDefault = true, CreatedAt = now };
}
