using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A batch over named things inside instances, such as topics: each instance gets requests of its own.</summary>
public abstract class InstanceItemBatchCmdlet : BatchCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance. The names come before them, so that they can follow a pipeline.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>What one of the things is called in a sentence.</summary>
    private protected abstract string Noun { get; }

    /// <summary>The command that lists them, for whoever wants to choose by pattern.</summary>
    private protected abstract string ListCommand { get; }

    /// <summary>Asks about each of the names in each instance and keeps it for the end. A pattern is no name: what is lost is to be named.</summary>
    /// <param name="parameter">The parameter the names came by.</param>
    /// <param name="names">The names.</param>
    private protected void Collect(string parameter, IEnumerable<string> names)
    {
        var instances = Resolve(InstanceId).ToList();
        foreach (string text in names)
        {
            if (ExactName(parameter, text, Noun, ListCommand) is not { } name)
                continue;
            if (parameter == "Name" && CommandLine.FindOtherKind(InstanceId, name, Noun) is { } other)
            {
                WriteError(Failures.NameOfAnother(parameter, name, other, Noun));
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
