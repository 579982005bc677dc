using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <content>What is wrong with a name.</content>
internal static partial class Failures
{
    /// <summary>A pattern was given where an exact name is required.</summary>
    public static Failure NotExactName(string parameter, string name, string noun, string listCommand, string command)
        => InvalidArgument(parameter, name, Format(Text.NoWildcardRule, noun, listCommand, command));

    /// <summary>A name was given where an id is required. A diagnosis has no name and is found by its consumer group.</summary>
    public static Failure NoId(string parameter, string id, string listCommand, string command)
    {
        string list = $"Get-DmsInstance <instance> | {listCommand} {(parameter == "ReportId" ? "<consumer group>" : "<name>")}";
        return InvalidArgument(parameter, id, Format(Text.ItemIdRule, listCommand == command ? list : $"{list} | {command}"));
    }

    /// <summary>A name belongs to another pipeline object.</summary>
    public static Failure NameOfAnother(string parameter, string name, ContainedItem item, string noun)
        => InvalidArgument(parameter, name, Format(Text.NameOfAnotherRule, item.Noun, noun));

    /// <summary>An object from the pipeline is only a part of what the command would delete.</summary>
    public static Failure NameOfPart(string parameter, string name, string part, string noun)
        => InvalidArgument(parameter, name, Format(Text.NameOfPartRule, part, noun, parameter));
}
