using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A batch of named items inside instances, such as topics: each instance gets its own requests.</summary>
public abstract class InstanceItemBatchCmdlet : BatchCmdlet
{
    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. The names have the first position, so that they can be typed after
    /// a pipeline.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The noun for one item, for messages.</summary>
    private protected abstract string Noun { get; }

    /// <summary>The command that lists the items, for users who want to use wildcards.</summary>
    private protected abstract string ListCommand { get; }

    /// <summary>
    /// Prompts for each name in each instance and keeps it for the end. Wildcards are refused: items to delete must be named
    /// exactly.
    /// </summary>
    /// <param name="parameter">The parameter that supplied the names.</param>
    /// <param name="names">The names.</param>
    private protected void Collect(string parameter, IEnumerable<string> names)
    {
        List<FoundInstance> instances = Resolve(InstanceId).ToList();
        foreach (string name in ExactNames(parameter, names, Noun, ListCommand))
        {
            if (parameter == "Name" && CommandLine.FindOtherKind(InstanceId, name, Noun) is { } other)
            {
                WriteError(Failures.NameOfAnother(parameter, name, other, Noun));
                continue;
            }
            if (CommandLine.FindPart(parameter, InstanceId, Noun) is { } part)
            {
                WriteError(Failures.NameOfPart(parameter, name, part, Noun));
                continue;
            }
            foreach ((DmsContext context, InstanceReference instance) in instances)
            {
                if (CommandLine.IsInstance(instance, name))
                    WriteError(Failures.InvalidArgument(parameter, name, Text.NameOfInstanceRule));
                else
                    Collect(new BatchItem(context, name, Name: null, Within: instance));
            }
        }
    }
}
