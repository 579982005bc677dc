using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class OutputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Name => Path.Combine(_folder, "report.html");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_written_and_overwritten_and_no_other_file_remains()
    {
        foreach (string text in new[] { new string('a', 10_000), "b\u30AB" })
        {
            Write(Name, text);
            Assert.Equal(text, File.ReadAllText(Name));
        }
        Assert.Equal([Name], Directory.GetFiles(_folder));
        Assert.Equal("b\u30AB"u8.ToArray(), File.ReadAllBytes(Name));
    }

    [Fact]
    public void A_file_of_another_owner_is_not_touched()
    {
        string other = Name + ".new";
        File.WriteAllText(other, "mine");
        Write(Name, "text");
        Assert.Equal("mine", File.ReadAllText(other));
    }

    [Fact]
    public void The_permissions_of_the_file_stay_the_same()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write(Name, "one");
        File.SetUnixFileMode(Name, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Write(Name, "two");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Name));
        Assert.Equal("two", File.ReadAllText(Name));
    }

    [Fact]
    public void A_failed_write_leaves_no_files()
    {
        Directory.CreateDirectory(Name);
        Assert.Equal("HuaweiDms.ReportUnwritable", Assert.Throws<FailureException>(() => Write(Name, "text")).Failure.Id);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_read_only_file_stays_unchanged_and_no_other_file_remains()
    {
        Write(Name, "one");
        File.SetAttributes(Name, FileAttributes.ReadOnly);
        Failure refused = Assert.Throws<FailureException>(() => Write(Name, "two")).Failure;
        File.SetAttributes(Name, FileAttributes.Normal);
        Assert.Equal("HuaweiDms.ReportUnwritable", refused.Id);
        Assert.Contains("read-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal([Name], Directory.GetFiles(_folder));
        Assert.Equal("one", File.ReadAllText(Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_symbolic_link_is_kept_and_points_to_the_new_content(bool isThere)
    {
        if (OperatingSystem.IsWindows())
            return;
        string store = Directory.CreateDirectory(Path.Combine(_folder, "store")).FullName;
        string kept = Path.Combine(store, "kept.html");
        if (isThere)
            File.WriteAllText(kept, "old");
        File.CreateSymbolicLink(Path.Combine(_folder, "between"), "store/kept.html");
        File.CreateSymbolicLink(Name, "between");

        Write(Name, "new");

        Assert.Equal(("between", "new"), (new FileInfo(Name).LinkTarget, File.ReadAllText(kept)));
        Assert.Equal([kept], Directory.GetFiles(store));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void A_cycle_of_links_is_an_error()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(Name, "other");
        File.CreateSymbolicLink(Path.Combine(_folder, "other"), "report.html");
        Assert.Equal("HuaweiDms.ReportUnwritable", Assert.Throws<FailureException>(() => Write(Name, "text")).Failure.Id);
    }

    [Fact]
    public async Task A_named_pipe_is_kept_and_its_reader_receives_the_content()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (Process make = Process.Start("mkfifo", [Name]))
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        foreach (string text in new[] { "one", "two" })
        {
            Task<string> reading = Task.Run(() => File.ReadAllText(Name), TestContext.Current.CancellationToken);
            Write(Name, text);
            Assert.Equal(text, await reading);
        }
        Assert.Equal([Name], Directory.GetFiles(_folder));
    }

    /// <summary>Such a device can exist anywhere. Those of the system are not touched.</summary>
    [Theory]
    [InlineData("3")]
    [InlineData("5")]
    public async Task A_device_is_kept_wherever_it_is(string minor)
    {
        if (OperatingSystem.IsWindows())
            return;
        using (Process make = Process.Start(new ProcessStartInfo("mknod", [Name, "c", "1", minor]) { UseShellExecute = false, RedirectStandardError = true })!)
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipUnless(make.ExitCode == 0, "Devices need a right here that not everybody has.");
        }
        try
        {
            Write(Name, "text");
        }
        catch (FailureException refused) when (refused.Failure.Exception is UnauthorizedAccessException)
        {
            Assert.Skip("The folder takes no devices.");
        }

        Assert.Equal([Name], Directory.GetFiles(_folder));
        using Process test = Process.Start(new ProcessStartInfo("test", ["-c", Name]))!;
        await test.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, test.ExitCode);
    }

    [Fact]
    public void A_socket_is_kept_and_reported_as_an_error()
    {
        if (OperatingSystem.IsWindows())
            return;
        string name = Path.Combine(_folder, "s");
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(name));

        Assert.Equal("HuaweiDms.ReportUnwritable", Assert.Throws<FailureException>(() => Write(name, "text")).Failure.Id);
        Assert.Equal([name], Directory.GetFiles(_folder));
        Assert.Equal(0, new FileInfo(name).Length);
    }

    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/fd/3", true)]
    [InlineData("/proc/self/fd/1", true)]
    [InlineData("/dev/shm/report.html", false)]
    [InlineData("/device/report.html", false)]
    [InlineData("/home/me/dev/null", false)]
    public void Files_of_the_system_are_not_replaced(string path, bool isOfSystem)
        => Assert.Equal(isOfSystem && !OperatingSystem.IsWindows(), OutputFile.IsOfSystem(path));

    [Theory]
    [InlineData("caf\u00E9 \u4E2D", true, true)]
    [InlineData("caf\u00E9 \u4E2D", false, false)]
    [InlineData("plain\t~\n", true, false)]
    public void Windows_PowerShell_gets_a_byte_order_mark_only_if_the_text_needs_it(string text, bool isDesktop, bool marked)
    {
        Encoding encoding = OutputFile.EncodingFor(text, isDesktop);
        Assert.Equal(marked ? 3 : 0, encoding.GetPreamble().Length);
        Assert.Equal(Encoding.UTF8.GetBytes(text), encoding.GetBytes(text));
    }

    private static void Write(string file, string text) => OutputFile.Write(file, text, withFolder: true, Failures.ReportUnwritable);
}
