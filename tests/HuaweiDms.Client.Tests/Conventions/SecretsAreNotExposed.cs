using System.Reflection;
using System.Text.Json;

namespace HuaweiDms.Client.Tests.Conventions;

/// <summary>No public member exposes a secret, however it is printed.</summary>
public sealed class SecretsAreNotExposed
{
    private const string Marker = "Marker-Secret-1";

    [Fact]
    public void No_holder_of_a_secret_prints_it()
    {
        List<object> holders = Holders().ToList();
        Assert.InRange(holders.Count, 5, 100);
        Assert.All(holders, holder =>
        {
            Assert.DoesNotContain(Marker, holder.ToString(), StringComparison.Ordinal);
            Assert.All(Printed(holder), text => Assert.DoesNotContain(Marker, text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Secrets_are_stored_as_Secret_and_never_as_text()
    {
        string[] telling = ["password", "secret", "token"];
        Assert.Empty(
            from type in PublicSurface.Types
            from property in type.GetProperties(PublicSurface.Declared)
            where property.PropertyType == typeof(string) && property.GetMethod!.IsPublic
            where telling.Any(word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            select $"{type.Name}.{property.Name}");
    }

    [Fact]
    public void A_secret_cannot_be_read_publicly()
        => Assert.Equal(
            ["Dispose", "From", "ToString"],
            typeof(Secret).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(member => member.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Other_serializers_do_not_write_secrets()
        => Assert.DoesNotContain(Marker, JsonSerializer.Serialize(new { Password = Secret.From(Marker) }), StringComparison.Ordinal);

    private static IEnumerable<object> Holders()
    {
        yield return Secret.From(Marker);
        yield return new AccessKeyCredential("AKTESTAKTESTAKTEST01", Secret.From(Marker), Secret.From(Marker));
        yield return new TokenCredential(Secret.From(Marker));
        PasswordCredential password = new("acme", "bob", Secret.From(Marker));
        yield return password;
        DmsClientOptions options = new() { Credential = password, Endpoint = new("https://dms.test"), ProjectId = "p" };
        yield return options;
        DmsClient client = new(options);
        yield return client;
        yield return client.Instances;
        InstanceSpecification specification = Support.Specifications.MinimalV1();
        (specification.AccessPassword, specification.ManagerPassword) = (Secret.From(Marker), Secret.From(Marker));
        yield return specification;
        KafkaReplicationSource kafka = new();
        kafka.Authenticate("app-user", Secret.From(Marker));
        RedisReplicationSink redis = new();
        redis.Authenticate(Secret.From(Marker));
        yield return new SmartConnectTaskSpecification { Name = "copy", SourceTask = kafka, SinkTask = redis };
        ObsSink obs = new();
        obs.Authenticate(Secret.From(Marker), Secret.From(Marker));
        yield return new SinkTaskSpecification { Name = "dump", Topics = [], Destination = obs };
        yield return new AccessModeRequest { UserName = "app-user", Password = Secret.From(Marker) };
    }

    /// <summary>Returns what a shell shows of an object: its public properties and theirs.</summary>
    private static IEnumerable<string> Printed(object holder)
        => holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => property.GetValue(holder))
            .OfType<object>()
            .SelectMany(value => value.GetType().Assembly == holder.GetType().Assembly && value is not (DmsClient or Enum)
                ? Printed(value).Append(value.ToString()!)
                : [value.ToString()!]);
}
