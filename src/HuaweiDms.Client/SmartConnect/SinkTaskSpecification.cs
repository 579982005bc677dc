namespace HuaweiDms;

/// <summary>The properties of a dump task to create (7.2.4.3). Disposing it wipes the keys of the bucket.</summary>
public sealed class SinkTaskSpecification : IDisposable
{
    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>The topics, as names or as one regular expression.</summary>
    public required string[] Topics { get; set; }

    /// <summary>The bucket and its keys.</summary>
    public required ObsSink Destination { get; set; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;

    /// <summary>Wipes the keys of the bucket.</summary>
    public void Dispose() => Destination.Wipe();
}
