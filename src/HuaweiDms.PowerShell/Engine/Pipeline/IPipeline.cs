namespace HuaweiDms.PowerShell.Engine;

/// <summary>What the body of a cmdlet can write and ask while it runs outside the pipeline's thread. Safe from any thread.</summary>
internal interface IPipeline
{
    /// <summary>Cancelled when the pipeline ends early: by Ctrl+C, or by a downstream command that needs no more.</summary>
    CancellationToken Stop { get; }

    /// <summary>Completes when it is this body's turn to emit. Anything counted across all output is counted after it.</summary>
    Task TurnAsync();

    /// <summary>Emits an object; completes when there is room for the next one.</summary>
    Task WriteAsync(object item);

    /// <summary>Emits objects; completes when the downstream commands have taken all of them.</summary>
    Task WriteAllAsync<T>(IReadOnlyList<T> items);

    /// <summary>Reports a failure that does not end the command.</summary>
    Task WriteErrorAsync(Failure failure);

    void WriteVerbose(string message);

    void WriteWarning(string message);

    void WriteProgress(Progress progress);

    /// <summary>Prompts according to -WhatIf and -Confirm.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How.</param>
    /// <param name="isHarmless">Whether nothing is lost although the command may lose data; the action then has medium impact.</param>
    Task<bool> AskAsync(string target, string action, bool isHarmless = false);

    /// <summary>Runs an action on the pipeline's thread, which has the runspace.</summary>
    Task OnPipelineThreadAsync(Action action);
}
