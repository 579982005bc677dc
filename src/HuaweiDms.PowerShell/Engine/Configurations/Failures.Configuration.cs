using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of configurations of instances.</content>
internal static partial class Failures
{
    /// <summary>The value of -Configuration is not a configuration.</summary>
    /// <param name="file">The given file; null if something else was given.</param>
    /// <param name="cause">Why.</param>
    public static Failure ConfigurationUnreadable(string? file, Exception cause)
        => new(
            cause,
            "HuaweiDms.ConfigurationUnreadable",
            ErrorCategory.InvalidData,
            file ?? "-Configuration",
            Format(Text.ConfigurationUnreadable, file is null ? "-Configuration" : $"The configuration '{file}'", cause.Message.TrimEnd('.')),
            Text.ConfigurationUnreadableAdvice);

    /// <summary>A value in a configuration that the service would refuse. It is named by its property, not by a parameter.</summary>
    public static Failure InConfiguration(Failure failure)
        => new(failure.Exception, failure.Id, failure.Category, failure.Target, failure.Message.TrimStart('-'), failure.Advice);

    /// <summary>An instance cannot have users.</summary>
    public static Failure SaslOff(string subject, string instanceId)
        => Of(DmsErrorKind.InvalidArgument, SaslOffId, instanceId, Format(Text.NoUsersWithoutSasl, subject), Format(Text.SaslOffAdvice, instanceId));

    /// <summary>A step was not attempted because something it needs does not exist.</summary>
    public static Failure NotTried(string action, string subject, object target, IEnumerable<string> missing)
        => Of(DmsErrorKind.NotFound, "HuaweiDms.NotTried", target, Format(Text.NotTried, action, subject, string.Join(", ", missing)), null);
}
