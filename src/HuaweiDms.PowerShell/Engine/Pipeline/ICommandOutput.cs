namespace HuaweiDms.PowerShell.Engine;

/// <summary>The real pipeline, which may be used only on its own thread.</summary>
internal interface ICommandOutput
{
    void WriteObject(object item);

    void WriteError(Failure failure);

    void WriteVerbose(string message);

    void WriteWarning(string message);

    void WriteProgress(Progress progress);

    bool Ask(string target, string action, bool isHarmless);
}
