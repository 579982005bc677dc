using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.State;

public sealed class PersistenceTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Next_emulator_loads_the_saved_state()
    {
        string id, list, redis;
        using (TestService first = new(options => options.Path = _path))
        {
            id = await first.CreateAsync("kafka-kept", """
                ,"tags":[{"key":"a","value":"订单"}],"ssl_enable":true,"access_user":"app-user","password":"Secret-Word-1"
                """);
            await first.DeleteAsync("/v2/{project_id}/instances/" + await first.IdOfAsync("kafka-dev"));
            redis = first.Emulator.DcsInstances[2].InstanceId;
            await first.PutAsync("/v2/{project_id}/instances/status", $$"""{"action":"stop","instances":["{{redis}}"]}""");
            list = (await first.GetAsync("/v2/{project_id}/instances?engine=kafka&include_failure=true&limit=50")).Text;
        }

        using TestService second = new(options => options.Path = _path);

        Assert.Equal(list, (await second.GetAsync("/v2/{project_id}/instances?engine=kafka&include_failure=true&limit=50")).Text);
        Assert.Equal("CREATING", await second.StatusOfAsync(id));
        Assert.Equal("STOPPING", second.Emulator.DcsInstances[2].Status);
        second.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("RUNNING", await second.StatusOfAsync(id));
        Assert.Equal("STOPPED", second.Emulator.DcsInstances[2].Status);
        Assert.NotEqual(id, await second.CreateAsync("kafka-other"));
        Assert.DoesNotContain("Secret-Word-1", await File.ReadAllTextAsync(_path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void State_file_can_be_used_by_one_emulator_only()
    {
        using (new TestService(options => options.Path = _path))
        {
            IOException refused = Assert.Throws<IOException>(() => new DmsEmulator(new() { Path = _path }));
            Assert.Contains($"'{_path}.lock'", refused.Message, StringComparison.Ordinal);
            Assert.Contains("Stop-DmsEmulator", refused.Message, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(_path + ".lock"));
        new DmsEmulator(new() { Path = _path }).Dispose();
    }

    [Fact]
    public void Lock_file_of_a_killed_emulator_does_not_block_others()
    {
        File.WriteAllText(_path + ".lock", string.Empty);
        new DmsEmulator(new() { Path = _path }).Dispose();
        Assert.True(File.Exists(_path));
        Assert.False(File.Exists(_path + ".lock"));
    }

    [Fact]
    public void Failed_load_releases_the_lock_file()
    {
        File.WriteAllText(_path, "no state");
        for (int attempt = 0; attempt < 2; attempt++)
            Assert.Throws<InvalidDataException>(() => new DmsEmulator(new() { Path = _path }));
    }

    [Fact]
    public void State_can_be_loaded_from_a_read_only_folder()
    {
        // A folder in place of the lock file stands for a folder without write access, which root would ignore.
        new DmsEmulator(new() { Path = _path }).Dispose();
        Directory.CreateDirectory(_path + ".lock");
        try
        {
            using DmsEmulator emulator = new(new() { Path = _path });
            Assert.NotEmpty(emulator.DcsInstances);
        }
        finally
        {
            Directory.Delete(_path + ".lock");
        }
    }

    /// <summary>In a shared folder, another user may have placed a link there.</summary>
    [Fact]
    public void Link_at_the_temporary_file_is_not_followed()
    {
        string victim = _path + ".victim";
        File.WriteAllText(victim, "mine");
        try
        {
            File.CreateSymbolicLink(_path + ".new", victim);
            new TestService(options => options.Path = _path).Dispose();
            Assert.Equal("mine", File.ReadAllText(victim));
            Assert.StartsWith("{", File.ReadAllText(_path), StringComparison.Ordinal);
            Assert.False(File.Exists(_path + ".new"));
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            Assert.Skip("Links need a right here that not everybody has.");
        }
        finally
        {
            File.Delete(victim);
        }
    }

    [Fact]
    public void Link_to_the_state_file_is_kept()
    {
        string kept = _path + ".kept";
        try
        {
            File.CreateSymbolicLink(_path, kept);
            new TestService(options => options.Path = _path).Dispose();
            Assert.Equal(kept, new FileInfo(_path).LinkTarget);
            string first = File.ReadAllText(kept);
            new TestService(options => options.Path = _path).Dispose();
            Assert.Equal((kept, true), (new FileInfo(_path).LinkTarget, first.StartsWith('{')));
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            Assert.Skip("Links need a right here that not everybody has.");
        }
        finally
        {
            File.Delete(kept);
        }
    }

    [Fact]
    public void Folder_is_rejected_as_a_state_file()
        => Assert.Contains("folder", Assert.Throws<IOException>(() => new TestService(options => options.Path = Path.GetTempPath())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Change_is_saved_automatically()
    {
        using TestService service = new(options => options.Path = _path);

        await service.CreateAsync("kafka-kept");

        await Wait.UntilAsync(() => File.Exists(_path) && File.ReadAllText(_path).Contains("kafka-kept", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Change_during_disposal_is_saved_and_acknowledged_or_neither(bool bySocket, bool isMadeBefore)
    {
        string path, recording = _path + "l";
        try
        {
            using (TestService service = new(options => (options.Path, options.RecordPath) = (_path, recording)))
            {
                HttpClient client = bySocket ? service.ConnectBySocketUnchecked() : service.ConnectUnchecked();
                path = service.Path("/v2/{project_id}/instances/" + await service.IdOfAsync("kafka-dev"));
                service.Emulator.Faults.Add(new Fault { Method = "DELETE", Latency = TimeSpan.FromSeconds(1), AfterProcessing = isMadeBefore });
                Task<Response> deleting = client.AskAsync(HttpMethod.Delete, path);
                await service.WaitForDelayAsync();

                service.Emulator.Dispose();
                service.Clock.Advance(TimeSpan.FromSeconds(1));

                if (isMadeBefore)
                    (await deleting).NoContent();
                else
                    await Assert.ThrowsAsync<HttpRequestException>(() => deleting);
            }

            using TestService next = new(options => options.Path = _path);
            Assert.Equal(isMadeBefore ? "DELETING" : "RUNNING", await next.StatusOfAsync(path[^36..]));
        }
        finally
        {
            File.Delete(recording);
        }
    }

    [Fact]
    public async Task Disposed_emulator_does_not_save()
    {
        using (TestService service = new(options => options.Path = _path))
            await service.CreateAsync("kafka-kept");

        await File.WriteAllTextAsync(_path, "another's", TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);

        Assert.Equal("another's", await ReadAsync());
    }

    [Fact]
    public async Task Reading_does_not_save()
    {
        using TestService service = new(options => options.Path = _path);

        await service.ListAsync();

        Assert.False(File.Exists(_path));
        service.Emulator.Save();
        Assert.Equal(1, (int)JsonNode.Parse(await ReadAsync())!["Version"]!);
    }

    [Theory]
    [InlineData("{", "it is not a state file of the emulator (see line 1)")]
    [InlineData("{\n\n\"Version\": x", "it is not a state file of the emulator (see line 3)")]
    [InlineData("null", "it is not a state file of the emulator")]
    [InlineData("""{"Version":99}""", "it was written by another version of the emulator")]
    [InlineData("""{"Version":1,"Projects":[{"Id":"0123456789abcdef0123456789abcdef"}]}""", "it contains no project ")]
    [InlineData("""{"Version":1,"Projects":null}""", "it contains no project ")]
    [InlineData("""{"Version":1,"Projects":[null]}""", "it contains no project ")]
    public async Task Foreign_file_is_rejected_and_left_unchanged(string text, string why)
    {
        await File.WriteAllTextAsync(_path, text, TestContext.Current.CancellationToken);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => new DmsEmulator(new DmsEmulatorOptions { Path = _path }));

        Assert.StartsWith(why, error.Message, StringComparison.Ordinal);
        Assert.Equal(text, await ReadAsync());
    }

    [Fact]
    public async Task Requests_continue_while_the_state_is_saved()
    {
        using TestService service = new(options => options.Path = _path);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            await service.CreateAsync("kafka-many-" + i);
            service.Emulator.Save();
        }, TestContext.Current.CancellationToken)));

        Assert.Equal(50, (await service.ListAsync()).Count);
    }

    private Task<string> ReadAsync() => File.ReadAllTextAsync(_path, TestContext.Current.CancellationToken);
}
