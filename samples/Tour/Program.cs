// The tour of samples/Tour.ps1 without PowerShell: the same steps with the client library, over real HTTP.
using HuaweiDms;
using HuaweiDms.Emulator;

using DmsEmulator emulator = new();
Uri endpoint = emulator.Listen();
Console.WriteLine($"The emulator listens on {endpoint}. Every request is signed, and the emulator checks the signature.");

using DmsClient client = new(new()
{
    Credential = new AccessKeyCredential(emulator.AccessKey, Secret.From(emulator.SecretKey)),
    Endpoint = endpoint,
    DcsEndpoint = endpoint,
    ProjectId = emulator.ProjectId,
});

Console.WriteLine();
Console.WriteLine("Instances:");
List<string> test = [];
await foreach (Instance instance in client.Instances.List())
{
    Console.WriteLine($"  {instance.Name,-22} {instance.Status,-10} {instance.EngineVersion,-6} {instance.BrokerCount} brokers");
    if (instance.Name!.Contains("test", StringComparison.Ordinal))
        test.Add(instance.InstanceId!);
}

Console.WriteLine();
Console.WriteLine("Restarting the test instances with one request:");
foreach (InstanceActionResult result in await client.Instances.RestartAsync(test))
    Console.WriteLine($"  {result}");
foreach (string id in test)
{
    while ((await client.Instances.GetAsync(id)).Status != "RUNNING")
        await Task.Delay(TimeSpan.FromMilliseconds(250));
    Console.WriteLine($"  {id} is RUNNING again");
}

Console.WriteLine();
Console.WriteLine("Deleting every instance whose creation failed, and one that does not exist:");
await client.Instances.DeleteFailedAsync();
try
{
    await client.Instances.DeleteAsync(Guid.Empty.ToString());
}
catch (DmsException error)
{
    Console.WriteLine($"  {error.Kind}: {error.Message}");
}

Console.WriteLine();
Console.WriteLine("Restarting the processes of two Redis instances:");
string[] caches = [.. emulator.DcsInstances.Take(2).Select(cache => cache.InstanceId)];
foreach (InstanceActionResult result in await client.Dcs.ActAsync(DcsAction.SoftRestart, caches))
    Console.WriteLine($"  {result}");

Console.WriteLine();
Console.WriteLine($"{emulator.Requests.Count} requests were sent. {emulator.Requests.Count(request => request.Changing)} of them changed something.");
