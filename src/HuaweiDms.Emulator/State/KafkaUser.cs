namespace HuaweiDms.Emulator.State;

/// <summary>A SASL user. Passwords are validated but not stored.</summary>
internal sealed class KafkaUser
{
    public string Name { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    /// <summary>Whether SASL was enabled with this user.</summary>
    public bool IsDefault { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public static KafkaUser Default(string name, DateTimeOffset now) => new() { Name = name, IsDefault = true, CreatedAt = now };
}
