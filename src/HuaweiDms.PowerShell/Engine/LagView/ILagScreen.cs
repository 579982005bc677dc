namespace HuaweiDms.PowerShell.Engine;

/// <summary>Where the lag view is shown. All of it on the pipeline's thread.</summary>
internal interface ILagScreen
{
    /// <summary>Places of a line and lines that can be written to; the window may change at any time.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Shows a frame in place of the one before.</summary>
    /// <param name="lines">Its lines; the last one is for whoever looks, and is not left behind.</param>
    void Show(IReadOnlyList<string> lines);

    /// <summary>The key that was pressed; null where none was.</summary>
    char? ReadKey();
}
