using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Users;

/// <summary>Users of instances with SASL enabled: 5.7.1 to 5.7.5.</summary>
internal static class UserEndpoints
{
    private const string Path = "/v2/{project_id}/instances/{instance_id}/users";

    /// <summary>The limit of instances created since July 2023, which applies to all here; older ones have 20 (5.7.2).</summary>
    private const int MaxUsers = 500;

    public static IEnumerable<Route> Routes =>
    [
        new("GET", Path, "ShowInstanceUsers", "5.7.1", List),
        new("POST", Path, "CreateInstanceUser", "5.7.2", Create),
        new("PUT", Path, "BatchDeleteInstanceUsers", "5.7.3", Delete),
        new("PUT", "/v2/{project_id}/instances/{instance_id}/users/{user_name}", "ResetUserPasswrod", "5.7.4", ResetPassword),
        new("PUT", "/v2/{engine}/{project_id}/instances/{instance_id}/users/{user_name}", "UpdateInstanceUser", "5.7.5", Update),
    ];

    private static ResponseMessage List(RequestContext context)
    {
        KafkaInstance instance = Find(context);
        return ResponseMessage.Object(200, json => json.WriteObjects("users", instance.Users, user =>
        {
            json.WriteString("user_name", user.Name);
            if (user.Description.Length > 0)
                json.WriteString("user_desc", user.Description);
            // The reference only shows "guest". The name of the other role is a guess.
            json.WriteString("role", user.IsDefault ? "admin" : "guest");
            json.WriteBoolean("default_app", user.IsDefault);
            json.WriteNumber("created_time", user.CreatedAt.ToUnixTimeMilliseconds());
        }));
    }

    private static ResponseMessage Create(RequestContext context)
    {
        KafkaInstance instance = Find(context);
        JsonFields body = context.Body();
        string name = InstanceRules.UserName(body.Text("user_name"), InstanceDialect.V2);
        InstanceRules.NewUserPassword(body.Text("user_passwd"), name);
        InstanceEndpoints.RequireRunning(instance);
        if (instance.FindUser(name) is not null)
            throw ServiceErrors.UserExists(name);
        if (instance.Users.Count >= MaxUsers)
            throw ServiceErrors.LimitReached();
        instance.Users.Add(new() { Name = name, Description = body.Text("user_desc") ?? string.Empty, CreatedAt = context.Now });
        return ResponseMessage.NoContent();
    }

    /// <summary>
    /// Deletes all users or none: the response has no body to report which failed. The reference does not specify unknown names;
    /// here they are rejected.
    /// </summary>
    private static ResponseMessage Delete(RequestContext context)
    {
        KafkaInstance instance = Find(context);
        JsonFields body = context.Body();
        if (body.Text("action") != "delete")
            throw ServiceErrors.InvalidField("action");
        if (body.Texts("users") is not { Count: > 0 } names)
            throw ServiceErrors.InvalidField("users");
        InstanceEndpoints.RequireRunning(instance);
        foreach (string name in names)
        {
            if ((instance.FindUser(name) ?? throw ServiceErrors.NoSuchUser(name)).IsDefault)
                throw ServiceErrors.CannotDeleteUser(name);
        }
        instance.RemoveUsers(names);
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage ResetPassword(RequestContext context)
    {
        KafkaUser user = FindUser(context);
        InstanceRules.Password(context.Body().Text("new_password"), user.Name);
        InstanceEndpoints.RequireRunning(Find(context));
        return ResponseMessage.NoContent();
    }

    /// <summary>The body may repeat the name but not change it: the reference does not mention renaming.</summary>
    private static ResponseMessage Update(RequestContext context)
    {
        KafkaUser user = FindUser(context);
        JsonFields body = context.Body();
        if (body.Text("user_name") is { } name && name != user.Name)
            throw ServiceErrors.InvalidField("user_name");
        if (body.Text("new_password") is { } password)
            InstanceRules.Password(password, user.Name);
        InstanceEndpoints.RequireRunning(Find(context));
        user.Description = body.Text("user_desc") ?? user.Description;
        return ResponseMessage.NoContent();
    }

    private static KafkaInstance Find(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        return instance.IsSaslEnabled ? instance : throw ServiceErrors.SslOff();
    }

    private static KafkaUser FindUser(RequestContext context)
        => Find(context).FindUser(context["user_name"]) ?? throw ServiceErrors.NoSuchUser(context["user_name"]);
}
