using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <content>What is wrong with a name.</content>
internal static partial class Failures
{
    /// <summary>A pattern where a name is needed.</summary>
    public static Failure NotExactName(string parameter, string name, string noun, string listCommand, string command)
        => InvalidArgument(parameter, name, Format(Text.NoWildcardRule, noun, listCommand, command));

    /// <summary>A name where an id is needed. A diagnosis has none of its own, and is found by that of its consumer group.</summary>
    public static Failure NoId(string parameter, string id, string listCommand, string command)
    {
        string list = $"Get-DmsInstance <instance> | {listCommand} {(parameter == "ReportId" ? "<consumer group>" : "<name>")}";
        return InvalidArgument(parameter, id, Format(Text.ItemIdRule, listCommand == command ? list : $"{list} | {command}"));
    }

    /// <summary>A name that what came by the pipeline has for itself.</summary>
    public static Failure NameOfAnother(string parameter, string name, ContainedItem item, string noun)
        => InvalidArgument(parameter, name, Format(Text.NameOfAnotherRule, item.Noun, noun));
}
