using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <content>What is wrong with a name.</content>
internal static partial class Failures
{
    /// <summary>A pattern where a name is needed.</summary>
    public static Failure NotInFull(string parameter, string name, string noun, string listCommand, string command)
        => InvalidArgument(parameter, name, Format(Text.NoWildcardRule, noun, listCommand, command));

    /// <summary>A name where an id is needed.</summary>
    public static Failure NoId(string parameter, string id, string listCommand, string command)
        => InvalidArgument(parameter, id, Format(Text.ItemIdRule, listCommand == command ? $"{command} <name>" : $"{listCommand} <name> | {command}"));

    /// <summary>A name that what came by the pipeline has for itself.</summary>
    public static Failure NameOfAnother(string parameter, string name, ContainedItem item, string noun)
        => InvalidArgument(parameter, name, Format(Text.NameOfAnotherRule, item.Noun, noun));
}
