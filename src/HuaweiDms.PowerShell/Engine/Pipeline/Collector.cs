namespace HuaweiDms.PowerShell.Engine;

/// <summary>A pipeline whose objects are what was found out of things before they are asked about: they are kept, and everything else goes its way.</summary>
internal sealed class Collector<T>(IPipeline pipeline, List<T> kept) : PipelineDecorator(pipeline)
{
    public override Task WriteAsync(object item)
    {
        kept.Add((T)item);
        return Task.CompletedTask;
    }
}
