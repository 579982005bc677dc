namespace HuaweiDms.PowerShell.Engine;

/// <summary>One item of a batch, already asked for and confirmed.</summary>
/// <param name="Context">The connection it belongs to.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, where known.</param>
/// <param name="Place">The connection's name, where several are meant.</param>
internal sealed record BatchItem(DmsContext Context, string Id, string? Name, string? Place = null)
{
    /// <summary>As a person would name it.</summary>
    public string Subject => (Name is null ? Id : $"{Name} ({Id})") + (Place is null ? string.Empty : $" in '{Place}'");
}
