using System.Text;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;

namespace HuaweiDms.Emulator.Settings;

/// <summary>Settings of an instance: 5.1.7 to 5.1.9, 5.2.1, 5.2.4, 5.2.5 and 5.2.9.</summary>
internal static class SettingsEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("GET", "/v2/{project_id}/instances/{instance_id}/configs", "ShowInstanceConfigs", "5.1.7", ShowConfigs),
        new("PUT", "/v2/{project_id}/instances/{instance_id}/configs", "ModifyInstanceConfigs", "5.1.8", ModifyConfigs),
        new("POST", "/v2/{project_id}/kafka/instances/{instance_id}/upgrade", "UpgradeInstance", "5.1.9", Upgrade),
        new("POST", "/v2/{project_id}/instances/{instance_id}/password", "ResetPassword", "5.2.1", ResetPassword),
        new("POST", "/v2/{project_id}/instances/{instance_id}/autotopic", "UpdateInstanceAutoCreateTopic", "5.2.4", SwitchAutoTopic),
        new("POST", "/v2/{project_id}/instances/{instance_id}/crossvpc/modify", "UpdateInstanceCrossVpcIp", "5.2.5", ModifyCrossVpc),
        new("POST", "/v2/{project_id}/{engine}/instances/{instance_id}/plain-ssl-switch", "UpdateKafkaPortProtocol", "5.2.9", SwitchAccessMode),
    ];

    /// <summary>
    /// Lists new values before the restart that applies them. This is a guess, but the reference offers no other place to read
    /// them.
    /// </summary>
    private static ResponseMessage ShowConfigs(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        return ResponseMessage.Object(200, json => json.WriteObjects("kafka_configs", ConfigDefinition.All, config =>
        {
            json.WriteString("name", config.Name);
            json.WriteString("valid_values", config.ValidValues);
            json.WriteString("default_value", config.DefaultValue);
            json.WriteString("config_type", config.Kind);
            json.WriteString("value", config.LatestValueOf(instance));
            json.WriteString("value_type", config.ValueType);
        }));
    }

    /// <summary>Changes all settings or none. If one is static, the task says that a restart is required.</summary>
    private static ResponseMessage ModifyConfigs(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        List<(ConfigDefinition Config, string Value)> changes = (context.Body().Objects("kafka_configs") ?? []).ConvertAll(ReadChange);
        if (changes.Count == 0)
            throw ServiceErrors.InvalidField("kafka_configs");
        InstanceEndpoints.RequireRunning(instance);
        foreach ((ConfigDefinition config, string value) in changes)
            (config.IsStatic ? instance.PendingConfigs : instance.Configs)[config.Name] = value;
        int staticCount = changes.Count(change => change.Config.IsStatic);
        BackgroundTask task = TaskLog.Start(context, instance, "kafkaConfigModify", json =>
        {
            json.WriteString("configs", string.Join(",", changes.Select(change => $"{change.Config.Name}={change.Value}")));
            json.WriteBoolean("restart_required", staticCount > 0);
        });
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("job_id", task.Id);
            json.WriteNumber("dynamic_config", changes.Count - staticCount);
            json.WriteNumber("static_config", staticCount);
        });
    }

    private static (ConfigDefinition Config, string Value) ReadChange(JsonFields fields)
    {
        string name = fields.RequiredText("name");
        ConfigDefinition? config = ConfigDefinition.Find(name);
        string value = fields.RequiredText("value");
        return config is not null && config.IsValid(value) ? (config, value) : throw ServiceErrors.InvalidConfig(name);
    }

    /// <summary>Responds with the bare task id, which is not JSON.</summary>
    private static ResponseMessage Upgrade(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        JsonFields body = context.Body();
        DateTimeOffset begin = Schedule.Read(context, body);
        if (instance.Status != InstanceStatus.Running)
            throw ServiceErrors.UpgradeOnlyWhenRunning();
        if (instance.IsUpgraded)
            throw ServiceErrors.UpgradedAlready();
        InstanceLifecycle.Upgrade(instance, begin, context.Now, context.Service.Time);
        BackgroundTask task = TaskLog.Start(
            context, instance, "upgradeInstance", json => json.WriteBoolean("is_schedule", begin > context.Now), InstanceLifecycle.UpgradeTime, begin: begin);
        return new(200, Encoding.UTF8.GetBytes(task.Id), "text/plain");
    }

    /// <summary>Validates the password but does not store it.</summary>
    private static ResponseMessage ResetPassword(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        JsonFields body = context.Body();
        InstanceEndpoints.RequireRunning(instance);
        if (instance.AccessUser is null)
            throw ServiceErrors.SslOff();
        InstanceRules.Password(body.RequiredText("new_password"), instance.AccessUser);
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage SwitchAutoTopic(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        bool enable = context.Body().Flag("enable_auto_topic") ?? throw ServiceErrors.InvalidField("enable_auto_topic");
        InstanceEndpoints.RequireRunning(instance);
        bool before = instance.IsAutoTopicEnabled;
        instance.IsAutoTopicEnabled = enable;
        TaskLog.Start(context, instance, "modifyAutoTopic", json =>
        {
            json.WriteBoolean("old_auto_status", before);
            json.WriteBoolean("new_auto_status", enable);
        });
        return ResponseMessage.Empty();
    }

    /// <summary>Requires all listeners, including unchanged ones.</summary>
    private static ResponseMessage ModifyCrossVpc(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        IReadOnlyDictionary<string, string> wanted
            = context.Body().TextMap("advertised_ip_contents") ?? throw ServiceErrors.InvalidField("advertised_ip_contents");
        InstanceEndpoints.RequireRunning(instance);
        bool isWhole = wanted.Count == instance.PrivateAddresses.Count && instance.PrivateAddresses.TrueForAll(wanted.ContainsKey);
        if (!isWhole || wanted.Values.Any(address => address.Length == 0))
            throw ServiceErrors.InvalidField("advertised_ip_contents");
        foreach (string listener in instance.PrivateAddresses)
            instance.AdvertisedAddresses[listener] = wanted[listener];
        return ResponseMessage.Object(200, json =>
        {
            json.WriteBoolean("success", value: true);
            json.WriteObjects("results", instance.PrivateAddresses, listener =>
            {
                json.WriteString("advertised_ip", wanted[listener]);
                json.WriteBoolean("success", value: true);
                json.WriteString("ip", listener);
            });
        });
    }

    private static ResponseMessage SwitchAccessMode(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        JsonFields body = context.Body();
        string mode = body.RequiredText("protocol");
        bool enable = body.Flag("enable") ?? throw ServiceErrors.InvalidField("enable");
        InstanceEndpoints.RequireRunning(instance);
        AccessModeSwitch.Apply(instance, mode, enable, body, context.Now);
        BackgroundTask task = TaskLog.Start(context, instance, "kafkaPortProtocolModify", json =>
        {
            json.WriteString("protocol", mode);
            json.WriteBoolean("enable", enable);
        });
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("job_id", task.Id);
            json.WriteString("protocol", mode);
            json.WriteBoolean("enable", enable);
        });
    }
}
