namespace HuaweiDms.PowerShell.Engine;

/// <summary>The real pipeline, to be touched on its own thread only.</summary>
internal interface ICommandOutput
{
    void WriteObject(object item);

    void WriteError(Failure failure);

    void WriteVerbose(string message);

    void WriteWarning(string message);

    void WriteProgress(Progress progress);

    bool Ask(string target, string action);
}
