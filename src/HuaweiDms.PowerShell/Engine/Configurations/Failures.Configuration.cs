using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <content>What may be wrong with configurations of instances as a whole.</content>
internal static partial class Failures
{
    /// <summary>What -Configuration was given is none.</summary>
    /// <param name="file">The file that was named; null where something else was given.</param>
    /// <param name="cause">Why.</param>
    public static Failure ConfigurationUnreadable(string? file, Exception cause)
        => new(
            cause,
            "HuaweiDms.ConfigurationUnreadable",
            ErrorCategory.InvalidData,
            file ?? "-Configuration",
            Format(Text.ConfigurationUnreadable, file is null ? "-Configuration" : $"The configuration '{file}'", cause.Message.TrimEnd('.')),
            Text.ConfigurationUnreadableAdvice);

    /// <summary>A value of a configuration that the service would not take. Its name is that of a property, not of a parameter.</summary>
    public static Failure InConfiguration(Failure failure)
        => new(failure.Exception, failure.Id, failure.Category, failure.Target, failure.Message.TrimStart('-'), failure.Advice);

    /// <summary>An instance cannot have users.</summary>
    public static Failure SaslOff(string subject, string instanceId)
        => Of(DmsErrorKind.InvalidArgument, SaslOffId, instanceId, Format(Text.NoUsersWithoutSasl, subject), Format(Text.SaslOffAdvice, instanceId));

    /// <summary>What something depends on is not there, so that it was not even tried.</summary>
    public static Failure NotTried(string action, string subject, object target, IEnumerable<string> missing)
        => Of(DmsErrorKind.NotFound, "HuaweiDms.NotTried", target, Format(Text.NotTried, action, subject, string.Join(", ", missing)), null);
}
