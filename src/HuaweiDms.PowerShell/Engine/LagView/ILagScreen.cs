namespace HuaweiDms.PowerShell.Engine;

/// <summary>The screen of the lag view. All members are called on the pipeline's thread.</summary>
internal interface ILagScreen
{
    /// <summary>The width and height in characters; the window may change at any time.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Shows a frame in place of the previous one.</summary>
    /// <param name="lines">The lines of the frame; the last one is a hint, which is not left on the screen.</param>
    void Show(IReadOnlyList<string> lines);

    /// <summary>The key that was pressed; null if none was.</summary>
    char? ReadKey();
}
