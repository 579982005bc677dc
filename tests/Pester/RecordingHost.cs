using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace HuaweiDms.Pester
{
    /// <summary>
    /// A host without a screen: keeps what a person would have seen, and answers questions as told beforehand; -1 presses Ctrl+C.
    /// </summary>
    public sealed class RecordingHost : PSHost
    {
        private readonly RecordingInterface _ui;

        public RecordingHost(int[] answers) { _ui = new RecordingInterface(answers); }

        public List<string> Lines { get { return _ui.Lines; } }

        public List<string> Questions { get { return _ui.Questions; } }

        public List<ProgressRecord> Progress { get { return _ui.Progress; } }

        public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }

        public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }

        public override Guid InstanceId { get; } = Guid.NewGuid();

        public override string Name { get { return "RecordingHost"; } }

        public override PSHostUserInterface UI { get { return _ui; } }

        public override Version Version { get { return new Version(1, 0); } }

        public override void EnterNestedPrompt() { }

        public override void ExitNestedPrompt() { }

        public override void NotifyBeginApplication() { }

        public override void NotifyEndApplication() { }

        public override void SetShouldExit(int exitCode) { }
    }

    internal sealed class RecordingInterface : PSHostUserInterface
    {
        private readonly Queue<int> _answers;

        public RecordingInterface(int[] answers) { _answers = new Queue<int>(answers); }

        public List<string> Lines { get; } = new List<string>();

        public List<string> Questions { get; } = new List<string>();

        public List<ProgressRecord> Progress { get; } = new List<ProgressRecord>();

        public override PSHostRawUserInterface RawUI { get { return null; } }

        /// <summary>A question nobody thought of is a fault of the test: nobody is there to answer it.</summary>
        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Add(message);
            if (_answers.Count == 0)
                throw new HostException("Nobody is there to answer: " + message);
            int answer = _answers.Dequeue();
            if (answer < 0)
                throw new PipelineStoppedException();
            return answer;
        }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        {
            throw new HostException("Nobody is there to answer: " + message);
        }

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        {
            throw new HostException("Nobody is there to answer: " + message);
        }

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName, PSCredentialTypes allowed, PSCredentialUIOptions options)
        {
            throw new HostException("Nobody is there to answer: " + message);
        }

        public override string ReadLine() { throw new HostException("Nobody is there to type."); }

        public override SecureString ReadLineAsSecureString() { throw new HostException("Nobody is there to type."); }

        public override void Write(string value) { Lines.Add(value); }

        public override void Write(ConsoleColor foreground, ConsoleColor background, string value) { Lines.Add(value); }

        public override void WriteLine(string value) { Lines.Add(value); }

        public override void WriteDebugLine(string message) { Lines.Add(message); }

        public override void WriteErrorLine(string value) { Lines.Add(value); }

        public override void WriteVerboseLine(string message) { Lines.Add(message); }

        public override void WriteWarningLine(string message) { Lines.Add(message); }

        public override void WriteProgress(long sourceId, ProgressRecord record) { Progress.Add(record); }
    }
}
