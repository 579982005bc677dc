using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class CiLogTests
{
    private static readonly CiLog[] Platforms = [new GitHubLog("/work"), new AzureLog()];

    [Theory]
    [InlineData("GITHUB_ACTIONS", "true", typeof(GitHubLog))]
    [InlineData("TF_BUILD", "True", typeof(AzureLog))]
    [InlineData("GITHUB_ACTIONS", "false", null)]
    [InlineData("CI", "true", null)]
    public void A_platform_is_recognized_by_its_environment_variable(string name, string value, Type? expected)
        => Assert.Equal(expected, CiLog.Of(asked => asked == name ? value : null)?.GetType());

    [Fact]
    public void HUAWEIDMS_CI_off_disables_the_log()
        => Assert.Null(CiLog.Of(asked => asked == "HUAWEIDMS_CI" ? "off" : "true"));

    [Fact]
    public void GitHub_annotations_link_only_files_of_the_repository()
    {
        GitHubLog log = new("/work/");
        Assert.Equal("::error file=ops/a.ps1,line=3,title=Get-It::gone", log.Annotation("error", "Get-It", "gone", Path.Combine("/work/", "ops/a.ps1"), 3));
        Assert.Equal("::error title=Get-It::gone", log.Annotation("error", "Get-It", "gone", "/elsewhere/a.ps1", 3));
        Assert.Equal("::error title=Get-It::gone", new GitHubLog(null).Annotation("error", "Get-It", "gone", "/work/a.ps1", 3));
        Assert.Equal("::warning title=Get-It::100%25%0Ayes", log.Annotation("warning", "Get-It", "100%\nyes", null, 0));
    }

    [Fact]
    public void Azure_annotations_escape_characters_that_end_a_property()
        => Assert.Equal(
            "##vso[task.logissue type=error;sourcepath=C:\\a%5D%3Bb.ps1;linenumber=3;]Get-It: 5%AZP25%0D%0A",
            new AzureLog().Annotation("error", "Get-It", "5%\r\n", "C:\\a];b.ps1", 3));

    /// <summary>Any name stays within its line, and that line contains no other command.</summary>
    [Fact]
    public void No_text_starts_a_new_line_or_a_second_command()
        => Prop.ForAll(Hostile().ToArbitrary(), text =>
        {
            foreach (CiLog log in Platforms)
            {
                string[] lines = [log.Annotation("error", text, text, "/work/" + text, 1), .. log.Group(text, [$"1 s  {text}", $"2 s  {text}"])];
                Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal) || line.Contains('\r', StringComparison.Ordinal));
                Assert.All(lines[2..^1], line => Assert.False(
                    line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##", StringComparison.Ordinal), line));
            }
        }).Check(Trials.Of(100));

    /// <summary>The first of these ends the properties of a command, so a text must not contain one.</summary>
    [Fact]
    public void No_text_ends_the_properties_of_a_command()
        => Prop.ForAll(Hostile().ToArbitrary(), text =>
        {
            string hub = new GitHubLog("/work").Annotation("error", text, "message", "/work/" + text, 1);
            Assert.Equal(hub.Length - "::message".Length, hub.IndexOf("::", 2, StringComparison.Ordinal));
            string azure = new AzureLog().Annotation("error", "title", "message", text + "x", 1);
            Assert.Equal(azure.Length - "]title: message".Length, azure.IndexOf(']', StringComparison.Ordinal));
        }).Check(Trials.Of(100));

    /// <summary>Text in tables and in errors that PowerShell writes is also part of the log.</summary>
    [Theory]
    [InlineData("a ##vso[task.setvariable variable=x]y", "a ##vso[task.setvariable variable=x]y", "a # #vso[task.setvariable variable=x]y")]
    [InlineData("##VSO[x]", "##VSO[x]", "# #VSO[x]")]
    [InlineData("##[error]no", "##[error]no", "# #[error]no")]
    [InlineData("::add-mask::a", ": :add-mask::a", ": :add-mask::a")]
    [InlineData("## 1::2", "## 1::2", "## 1::2")]
    public void No_text_in_a_table_cell_is_a_command(string text, string onGitHub, string onAzure)
        => Assert.Equal([onGitHub, onAzure], Platforms.Select(platform => platform.InCell(text)));

    [Fact]
    public void A_wait_is_logged_at_its_end_with_each_state_once()
    {
        WaitLog waits = new();
        GitHubLog log = new(null);
        foreach (string state in new[] { "RUNNING", "RESTARTING", "RESTARTING", "RUNNING" })
            Assert.Empty(waits.Note(new Progress("Restart", "0 of 1", Subject: "kafka", State: state), log));

        string[] lines = [.. waits.Note(new Progress("Restart", "1 of 1 done", Completed: true), log)];

        Assert.Equal("::group::Restart: 1 of 1 done", lines[0]);
        Assert.Equal(["RUNNING", "RESTARTING", "RUNNING"], lines[1..^1].Select(line => line[(line.LastIndexOf(' ') + 1)..]));
        Assert.Equal("::endgroup::", lines[^1]);
    }

    [Fact]
    public void A_wait_without_status_requests_logs_nothing()
        => Assert.Empty(new WaitLog().Note(new Progress("Restart", "-", Completed: true), new AzureLog()));

    private static Gen<string> Hostile()
        => Gen.Elements("::", "%0A", "\n", "\r", "##vso[", "##[", "#", "]", ";", ",", "=", ":", "a", " ", "é", "\u2028", "error", "\0")
            .ListOf().Select(string.Concat);
}
