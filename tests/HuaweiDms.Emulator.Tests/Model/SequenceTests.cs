using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Emulator.Tests.Model;

/// <summary>Any sequence of steps leaves the service consistent, and equal to the model.</summary>
public sealed class SequenceTests
{
    private const int Sequences = 40;

    private const int Clients = 6;
    private const int StepsOfAClient = 60;

    private static readonly Gen<ModelStep> Steps =
        from kind in Gen.Frequency([.. Enum.GetValues<StepKind>().Select(static kind => (WeightOf(kind), Gen.Constant(kind)))])
        // Mostly the same slot, so that steps interact.
        from slot in Gen.Elements(0, 0, 0, 0, 1, 2, 3)
        from item in Gen.Elements(0, 0, 0, 1, 2)
        from value in Gen.Choose(0, 12)
        select new ModelStep(kind, slot, item, value);

    [Fact]
    public void Service_matches_the_model_after_each_step_of_any_sequence()
        => Check.One(Trials.Of(Sequences), Prop.ForAll(SequencesOf(30, 50), async steps =>
        {
            using ModelRun run = await ModelRun.BeginAsync();
            foreach (ModelStep step in steps)
                await run.TakeAsync(step);
            await run.TakeAsync(new(StepKind.SaveAndLoad, 0, 0, 0));
            await run.TakeAsync(new(StepKind.WaitLong, 0, 0, 0));
            await run.TakeAsync(new(StepKind.SaveAndLoad, 0, 0, 0));
        }));

    /// <summary>Several concurrent clients, each with its own steps on the same two instances.</summary>
    [Fact]
    public async Task Concurrent_sequences_leave_a_consistent_state()
    {
        using TestService service = new(static options => options.Empty = true);
        const string Sasl = """ ,"ssl_enable":true,"access_user":"app-user","password":"Secret-Word-1" """;
        string[] ids = [await service.CreateAsync("kafka-0", Sasl), await service.CreateAsync("kafka-1", Sasl)];
        service.Clock.Advance(TimeSpan.FromHours(1));
        HttpClient[] clients = [.. Enumerable.Range(0, Clients).Select(_ => service.ConnectBySocket())];
        await Task.WhenAll(clients.Select((client, number) => Task.Run(() => DoAtOnceAsync(service, client, ids, new Random(Trials.SeedOf(number))), TestContext.Current.CancellationToken)));

        service.Clock.Advance(TimeSpan.FromHours(1));
        foreach (string id in ids)
            await Consistency.CheckAsync(service, id);
        Assert.DoesNotContain(service.Emulator.Requests, static request => request.StatusCode is 0 or >= 500);
    }

    private static async Task DoAtOnceAsync(TestService service, HttpClient client, string[] ids, Random random)
    {
        for (int step = 0; step < StepsOfAClient; step++)
        {
            string id = ids[random.Next(ids.Length)], item = $"item-{random.Next(4)}";
            (HttpMethod method, string path, string? body) = random.Next(12) switch
            {
                0 or 1 => (HttpMethod.Post, $"/v2/{{project_id}}/instances/{id}/topics", $$"""{"id":"{{item}}","partition":{{random.Next(1, 6)}}}"""),
                2 => (HttpMethod.Put, $"/v2/{{project_id}}/instances/{id}/topics", $$"""{"topics":[{"id":"{{item}}","new_partition_numbers":{{random.Next(2, 9)}}}]}"""),
                3 => (HttpMethod.Post, $"/v2/{{project_id}}/instances/{id}/topics/delete", $$"""{"topics":["{{item}}"]}"""),
                4 or 5 => (HttpMethod.Post, $"/v2/{{project_id}}/kafka/instances/{id}/group", $$"""{"group_name":"{{item}}"}"""),
                6 => (HttpMethod.Post, $"/v2/{{project_id}}/instances/{id}/groups/batch-delete", $$"""{"group_ids":["{{item}}","item-0"]}"""),
                7 => (HttpMethod.Put, $"/v2/kafka/{{project_id}}/instances/{id}/groups/{item}/reset-message-offset", $$"""{"topic":"{{item}}","partition":-1,"message_offset":3}"""),
                8 => (HttpMethod.Post, $"/v2/kafka/{{project_id}}/instances/{id}/kafka-user-client-quota", $$"""{"user":"{{item}}","producer-byte-rate":9}"""),
                9 => (HttpMethod.Delete, $"/v2/kafka/{{project_id}}/instances/{id}/kafka-user-client-quota", $$"""{"user":"{{item}}"}"""),
                10 => (HttpMethod.Post, $"/v2/{{project_id}}/instances/{id}/messages/action?action_id=send", $$"""{"topic":"{{item}}","body":"m","property_list":[]}"""),
                _ => (HttpMethod.Post, $"/v2/{{project_id}}/kafka/{id}/tags/action", $$"""{"action":"create","tags":[{"key":"{{item}}","value":"v"}]}"""),
            };
            await client.AskAsync(method, service.Path(path), body);
        }
    }

    /// <summary>Steps that keep an instance busy are rare, and waiting is frequent: otherwise most steps would only be rejected.</summary>
    private static int WeightOf(StepKind kind) => kind switch
    {
        StepKind.DeleteInstance or StepKind.DeleteInstances or StepKind.SaveAndLoad => 1,
        StepKind.RestartInstances or StepKind.ExtendStorage or StepKind.AddBrokers => 2,
        StepKind.CreateTopic or StepKind.Produce => 12,
        StepKind.ResetOffsets or StepKind.DeleteTopics or StepKind.WaitLong => 8,
        _ => 4,
    };

    /// <summary>Failing sequences are shrunk by removing steps, many at first.</summary>
    private static Arbitrary<ModelStep[]> SequencesOf(int least, int most)
        => Arb.From(
            from count in Gen.Choose(least, most)
            from steps in Gen.ArrayOf(Steps, count)
            select steps,
            static steps => Shorter(steps));

    private static IEnumerable<ModelStep[]> Shorter(ModelStep[] steps)
    {
        for (int size = steps.Length / 2; size >= 1; size /= 2)
        {
            for (int start = 0; start < steps.Length; start += size)
                yield return [.. steps.Take(start), .. steps.Skip(start + size)];
        }
    }
}
