using System.Text.Json;
using HuaweiDms.Bench.Server;

// A service with canned responses, so that only the client is measured. Usage: Server READY-FILE LATENCY-MS... Writes the port
// for each latency to the file as JSON, and runs until its standard input ends.
string ready = args[0];
Listener[] listeners = [.. args[1..].Select(latency => new Listener(TimeSpan.FromMilliseconds(int.Parse(latency))))];
Dictionary<string, int> ports = args[1..].Zip(listeners).ToDictionary(pair => pair.First, pair => pair.Second.Port);
string unfinished = ready + ".new";
await File.WriteAllTextAsync(unfinished, JsonSerializer.Serialize(ports));
File.Move(unfinished, ready, overwrite: true);
await Console.In.ReadToEndAsync();
