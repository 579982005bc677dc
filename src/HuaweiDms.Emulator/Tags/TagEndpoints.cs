using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tags;

/// <summary>Tags of instances and of a project: 5.10.1 to 5.10.3.</summary>
internal static class TagEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("POST", "/v2/{project_id}/kafka/{instance_id}/tags/action", "BatchCreateOrDeleteKafkaTag", "5.10.1", Change),
        new("GET", "/v2/{project_id}/kafka/{instance_id}/tags", "ShowKafkaTags", "5.10.2", Show),
        new("GET", "/v2/{project_id}/kafka/tags", "ShowKafkaProjectTags", "5.10.3", ShowAll),
    ];

    /// <summary>Adding an existing key replaces its value. Deleting a missing key is not an error.</summary>
    private static ResponseMessage Change(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        JsonFields body = context.Body();
        bool isDelete = (InstanceRules.OneOf(body, "action", "create", "delete") ?? throw ServiceErrors.InvalidField("action")) == "delete";
        List<Tag> tags = InstanceRules.Tags(body, InstanceDialect.V2);
        if (tags.Count == 0)
            throw ServiceErrors.InvalidField("tags");
        foreach (Tag tag in tags)
        {
            int place = instance.Tags.FindIndex(old => old.Key == tag.Key);
            if (isDelete && place >= 0)
                instance.Tags.RemoveAt(place);
            else if (!isDelete && place >= 0)
                instance.Tags[place] = tag;
            else if (!isDelete)
                instance.Tags.Add(tag);
        }
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage Show(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        return ResponseMessage.Object(200, json => json.WriteObjects("tags", instance.Tags, tag =>
        {
            json.WriteString("key", tag.Key);
            json.WriteString("value", tag.Value);
        }));
    }

    private static ResponseMessage ShowAll(RequestContext context)
    {
        IEnumerable<IGrouping<string, Tag>> all = context.Project.Instances.SelectMany(instance => instance.Tags).GroupBy(tag => tag.Key);
        return ResponseMessage.Object(200, json => json.WriteObjects("tags", all, tags =>
        {
            json.WriteString("key", tags.Key);
            json.WriteTexts("values", tags.Select(tag => tag.Value).Distinct());
        }));
    }
}
