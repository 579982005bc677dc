using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace HuaweiDms.Pester
{
    /// <summary>A host without a screen: records what a user would see, and answers prompts as configured; -1 presses Ctrl+C.</summary>
    public sealed class RecordingHost : PSHost
    {
        private readonly RecordingInterface _ui;

        public RecordingHost(int[] answers) : this(answers, 0) { }

        /// <param name="answers">The answers, in order.</param>
        /// <param name="width">The width of a screen for tables; 0 means no screen.</param>
        public RecordingHost(int[] answers, int width) { _ui = new RecordingInterface(answers, width); }

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
        private readonly PSHostRawUserInterface _screen;
        private string _begun = "";

        public RecordingInterface(int[] answers, int width)
        {
            _answers = new Queue<int>(answers);
            _screen = width > 0 ? new Screen(width) : null;
        }

        public List<string> Lines { get; } = new List<string>();

        public List<string> Questions { get; } = new List<string>();

        public List<ProgressRecord> Progress { get; } = new List<ProgressRecord>();

        public override PSHostRawUserInterface RawUI { get { return _screen; } }

        /// <summary>A prompt without a configured answer is an error of the test.</summary>
        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Add(message);
            if (_answers.Count == 0)
                throw NoUser(message);
            int answer = _answers.Dequeue();
            if (answer < 0)
                throw new PipelineStoppedException();
            return answer;
        }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        {
            throw NoUser(message);
        }

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        {
            throw NoUser(message);
        }

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName, PSCredentialTypes allowed, PSCredentialUIOptions options)
        {
            throw NoUser(message);
        }

        public override string ReadLine() { throw NoUser("a line"); }

        public override SecureString ReadLineAsSecureString() { throw NoUser("a line"); }

        public override void Write(string value)
        {
            string[] lines = (_begun + value).Split('\n');
            for (int i = 0; i < lines.Length - 1; i++)
                Lines.Add(lines[i].TrimEnd('\r'));
            _begun = lines[lines.Length - 1];
        }

        public override void Write(ConsoleColor foreground, ConsoleColor background, string value) { Write(value); }

        public override void WriteLine(string value) { Write(value + "\n"); }

        public override void WriteDebugLine(string message) { WriteLine("DEBUG: " + message); }

        public override void WriteErrorLine(string value) { WriteLine(value); }

        public override void WriteVerboseLine(string message) { WriteLine("VERBOSE: " + message); }

        public override void WriteWarningLine(string message) { WriteLine("WARNING: " + message); }

        public override void WriteProgress(long sourceId, ProgressRecord record) { Progress.Add(record); }

        private static HostException NoUser(string prompt) { return new HostException("No user can answer: " + prompt); }
    }

    /// <summary>The part of a screen that is needed for layout.</summary>
    internal sealed class Screen : PSHostRawUserInterface
    {
        public Screen(int width)
        {
            BufferSize = new Size(width, 3000);
            WindowSize = new Size(width, 50);
        }

        public override ConsoleColor BackgroundColor { get; set; }

        public override Size BufferSize { get; set; }

        public override Coordinates CursorPosition { get; set; }

        public override int CursorSize { get; set; }

        public override ConsoleColor ForegroundColor { get; set; }

        public override bool KeyAvailable { get { return false; } }

        public override Size MaxPhysicalWindowSize { get { return WindowSize; } }

        public override Size MaxWindowSize { get { return WindowSize; } }

        public override Coordinates WindowPosition { get; set; }

        public override Size WindowSize { get; set; }

        public override string WindowTitle { get; set; }

        public override void FlushInputBuffer() { }

        public override BufferCell[,] GetBufferContents(Rectangle rectangle) { throw new NotSupportedException(); }

        public override KeyInfo ReadKey(ReadKeyOptions options) { throw new HostException("No user can press a key."); }

        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) { }

        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }

        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }
    }
}
