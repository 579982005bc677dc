using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class OutputIsDeclaredAndHasAView
{
    /// <summary>Commands that emit nothing.</summary>
    private static readonly HashSet<string> Silent = ["Disconnect-Dms", "Stop-DmsEmulator", "Reset-DmsEmulator", "Remove-DmsTask", "Remove-DmsSmartConnectTask", "Remove-DmsSinkTask"];

    /// <summary>Types that PowerShell itself Formats.</summary>
    private static readonly HashSet<string> Known = [typeof(PSObject).FullName!, typeof(string).FullName!, typeof(FileInfo).FullName!];

    private static readonly XDocument Formats = XDocument.Load(Path.Combine(Repository.ProjectFolder("HuaweiDms.PowerShell"), "Formats/HuaweiDms.Format.ps1xml"));

    [Fact]
    public void Each_cmdlet_declares_its_output_and_the_format_file_has_a_view_for_it()
    {
        HashSet<string> viewed = [.. Formats.Descendants("TypeName").Select(type => type.Value)];

        Assert.All(CmdletClasses.All.Where(cmdlet => !Silent.Contains(CmdletClasses.NameOf(cmdlet))), cmdlet =>
        {
            string[] types = [.. OutputTypes(cmdlet)];
            Assert.NotEmpty(types);
            Assert.All(types.Where(type => !Known.Contains(type)), type => Assert.Contains(type, viewed));
        });
    }

    [Fact]
    public void Each_property_named_in_a_view_exists()
        => Assert.All(Formats.Descendants("View"), view =>
        {
            Type type = TypeOf(view);
            Assert.All(view.Descendants("PropertyName"), property => Assert.NotNull(type.GetProperty(property.Value)));
        });

    /// <summary>People sort and filter by the column label, and PowerShell accepts any other word without an error.</summary>
    [Fact]
    public void Each_column_has_the_name_of_its_property_if_there_is_room()
    {
        string[] tight = ["Version", "Lagging", "Topics", "Partitions left", "of", "Tasks", "Used %", "Parts", "Part", "Start", "Current", "End"];

        Assert.All(Formats.Descendants("TableControl"), table =>
        {
            string[] labels = [.. table.Descendants("TableColumnHeader").Select(header => header.Element("Label")!.Value)];
            string?[] properties = [.. table.Descendants("TableColumnItem").Select(item => item.Element("PropertyName")?.Value)];
            Assert.Equal(labels.Length, properties.Length);
            Assert.All(labels.Zip(properties), column => Assert.True(
                column.Second is null || column.First == column.Second || tight.Contains(column.First), $"{column.First} shows {column.Second}."));
        });
    }

    /// <summary>Programs and people choose these texts freely, and a terminal would execute control sequences in them.</summary>
    [Theory]
    [InlineData("ConsumerGroup")]
    [InlineData("ClientId")]
    [InlineData("Description")]
    [InlineData("Message")]
    [InlineData("Key")]
    [InlineData("Value")]
    [InlineData("Host")]
    [InlineData("MemberId")]
    public void No_view_shows_texts_of_others_unfiltered(string property)
    {
        // The service enforces a rule for these, or they are texts of the vendor.
        string[] ruled = ["HuaweiDms.InstanceTag", "HuaweiDms.ProjectTag", "HuaweiDms.InstanceConfig", "HuaweiDms.DiagnosisReport"];
        // The hosts in these types are brokers.
        string[] brokers = property == "Host" ? ["HuaweiDms.ClusterBroker", "HuaweiDms.Coordinator"] : [];

        Assert.All(Formats.Descendants("View").Where(view => !ruled.Concat(brokers).Contains(view.Descendants("TypeName").First().Value)), view =>
        {
            Assert.DoesNotContain(view.Descendants("PropertyName"), shown => shown.Value == property);
            Assert.DoesNotContain(view.Descendants("ScriptBlock"), script =>
                Names(script.Value, property) && !script.Value.Contains("[HuaweiDms.PowerShell.DisplayText]::Of(", StringComparison.Ordinal));
        });
    }

    /// <summary>
    /// The format "u" marks the time as UTC, uses the same calendar in every country, and yields the same moment when passed to a
    /// parameter.
    /// </summary>
    [Fact]
    public void Each_time_is_shown_in_a_form_that_parameters_accept()
    {
        Assert.DoesNotContain("yyyy", Formats.ToString(), StringComparison.Ordinal);
        Assert.All(Formats.Descendants("TableControl").SelectMany(table => table.Descendants("TableColumnItem")), column =>
        {
            string property = column.Element("PropertyName")?.Value ?? string.Empty;
            Type? type = TypeOf(column.Ancestors("View").Single()).GetProperty(property)?.PropertyType;
            if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
                Assert.Matches("^{0:(u|HH:mm:ss.fff'Z')}$", column.Element("FormatString")?.Value);
        });
    }

    /// <summary>A requested list shows every property; these lists are defined by hand only because their texts are filtered.</summary>
    [Theory]
    [InlineData(typeof(ConsumerGroup))]
    [InlineData(typeof(ConsumerGroupMember))]
    [InlineData(typeof(ConsumerLag))]
    [InlineData(typeof(ConsumerLagSummary))]
    [InlineData(typeof(Instance))]
    [InlineData(typeof(Topic))]
    [InlineData(typeof(InstanceUser))]
    [InlineData(typeof(BackgroundTask))]
    [InlineData(typeof(SmartConnectTask))]
    [InlineData(typeof(InstanceActionResult))]
    [InlineData(typeof(TopicActionResult))]
    [InlineData(typeof(UserActionResult))]
    [InlineData(typeof(ConsumerGroupActionResult))]
    public void A_list_of_texts_of_others_omits_no_property(Type type)
    {
        XElement list = Formats.Descendants("View").Single(view => view.Element("ListControl") is not null && view.Descendants("TypeName").First().Value == type.FullName);

        string[] shown = [.. list.Descendants("ListItem").Select(item => item.Element("Label")?.Value ?? item.Element("PropertyName")!.Value), "Name", "AdditionalProperties"];
        Assert.All(type.GetProperties(), property => Assert.Contains(property.Name, shown));
    }

    /// <summary>An id alone does not show people which instance an object belongs to.</summary>
    [Fact]
    public void Every_type_with_an_instance_id_also_has_the_instance_name()
        => Assert.All(
            CmdletClasses.All.SelectMany(OutputTypes).Distinct().Select(name => typeof(Instance).Assembly.GetType(name)).OfType<Type>()
                .Where(type => type.GetProperty("InstanceId") is not null && type != typeof(Instance) && type != typeof(InstanceConfiguration)),
            type => Assert.NotNull(type.GetProperty("Instance")));

    /// <summary>Returns the type that a view shows. A # begins the name of a variant of the type.</summary>
    private static Type TypeOf(XElement view)
    {
        string name = view.Descendants("TypeName").First().Value.Split('#')[0];
        Assembly[] assemblies = [typeof(Instance).Assembly, typeof(DmsContext).Assembly, typeof(HuaweiDms.Emulator.DmsEmulator).Assembly];
        return assemblies.Select(assembly => assembly.GetType(name)).OfType<Type>().Single();
    }

    private static bool Names(string script, string property)
    {
        int after = script.IndexOf($"$_.{property}", StringComparison.Ordinal) + property.Length + 3;
        return after > property.Length + 2 && (after == script.Length || !char.IsLetter(script[after]));
    }

    /// <summary>
    /// By name, because these are types of the client: naming the type itself would load the client as soon as a user completes a
    /// parameter.
    /// </summary>
    private static IEnumerable<string> OutputTypes(Type cmdlet)
        => cmdlet.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(OutputTypeAttribute))
            .SelectMany(attribute => (IEnumerable<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)
            .Select(argument => argument.Value is Type type ? type.FullName! : (string)argument.Value!);
}
