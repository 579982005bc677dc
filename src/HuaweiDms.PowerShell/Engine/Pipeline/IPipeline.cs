namespace HuaweiDms.PowerShell.Engine;

/// <summary>What the body of a cmdlet may say and ask while it runs off the pipeline's thread. Safe from any thread.</summary>
internal interface IPipeline
{
    /// <summary>Set when the pipeline ends early: Ctrl+C, or a command further down that has enough.</summary>
    CancellationToken Stop { get; }

    /// <summary>Completes when what is emitted next comes next. What is counted over all that is emitted is counted after it.</summary>
    Task TurnAsync();

    /// <summary>Emits an object; completes when there is room for the next.</summary>
    Task WriteAsync(object item);

    /// <summary>Emits objects; completes when the commands further down have taken them all.</summary>
    Task WriteAllAsync<T>(IReadOnlyList<T> items);

    /// <summary>Reports a failure that does not end the command.</summary>
    Task WriteErrorAsync(Failure failure);

    void WriteVerbose(string message);

    void WriteWarning(string message);

    void WriteProgress(Progress progress);

    /// <summary>Asks whether to go on, as -WhatIf and -Confirm have it.</summary>
    Task<bool> AskAsync(string target, string action);

    /// <summary>Does something on the pipeline's thread, where the runspace is.</summary>
    Task OnPipelineThreadAsync(Action action);
}
