using System.Globalization;
using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Identity;

/// <summary>The identity operations that clients of the Kafka service need: tokens (3.2), projects (8.4) and the account.</summary>
internal static class IdentityEndpoints
{
    private const int MaxPageSize = 5000;

    private static readonly BodyErrors Errors = new(
        IdentityErrors.InvalidBody, IdentityErrors.InvalidBody, _ => IdentityErrors.InvalidBody());

    public static IEnumerable<Route> Routes =>
    [
        new("POST", "/v3/auth/tokens", "KeystoneCreateUserTokenByPassword", "3.2", CreateToken, Access.Anonymous),
        new("GET", "/v3/projects", "KeystoneListProjects", "8.4", ListProjects, Access.Account),
    ];

    /// <summary>The operation with which the SDK looks up the account of its credentials.</summary>
    public static IEnumerable<Route> NewerRoutes =>
    [
        new("GET", "/v3/auth/domains", "KeystoneListAuthDomains", "SDK", ListDomains, Access.Account),
    ];

    private static ResponseMessage CreateToken(RequestContext context)
    {
        JsonFields auth = JsonFields.Parse(context.Request.Body, Errors).Object("auth") ?? throw IdentityErrors.InvalidBody();
        JsonFields identity = auth.Object("identity") ?? throw IdentityErrors.InvalidBody();
        if (identity.Texts("methods")?.Contains("password") != true)
            throw IdentityErrors.InvalidBody();
        JsonFields user = identity.Object("password")?.Object("user") ?? throw IdentityErrors.InvalidBody();
        Account account = context.Service.Account;
        if (!IsKnown(user, account))
            throw IdentityErrors.WrongPassword();
        ProjectState? project = ReadScope(auth, context.Service);
        IssuedToken token = context.Service.Tokens.Issue(project);
        return ResponseMessage
            .Object(201, json => WriteToken(json, token, account, project))
            .With("X-Subject-Token", token.Value);
    }

    private static bool IsKnown(JsonFields user, Account account)
    {
        string? name = user.Text("name"), id = user.Text("id");
        if (name is null && id is null)
            throw IdentityErrors.InvalidBody();
        JsonFields? domain = user.Object("domain");
        string? domainName = domain?.Text("name"), domainId = domain?.Text("id");
        if (domainName is null && domainId is null && id is null)
            throw IdentityErrors.InvalidBody();
        return account.IsUser(domainName, domainId, name, id, user.RequiredText("password"));
    }

    /// <summary>The project of the scope; null if the token is not limited to a project.</summary>
    private static ProjectState? ReadScope(JsonFields auth, EmulatedService service)
    {
        JsonFields? scope = auth.Object("scope")?.Object("project");
        if (scope is null)
            return null;
        string? id = scope.Text("id"), name = scope.Text("name");
        if (id is null && name is null)
            throw IdentityErrors.InvalidBody();
        return service.Projects.FirstOrDefault(project => (id ?? project.Id) == project.Id && (name ?? project.Name) == project.Name)
            ?? throw IdentityErrors.NoSuchProject();
    }

    private static void WriteToken(Utf8JsonWriter json, IssuedToken token, Account account, ProjectState? project)
    {
        json.WriteStartObject("token");
        json.WriteString("issued_at", Time(token.IssuedAt));
        json.WriteString("expires_at", Time(token.ExpiresAt));
        json.WriteTexts("methods", ["password"]);
        json.WriteStartObject("user");
        json.WriteString("id", account.UserId);
        json.WriteString("name", account.UserName);
        json.WriteString("password_expires_at", string.Empty);
        WriteDomain(json, account);
        json.WriteEndObject();
        if (project is null)
        {
            WriteDomain(json, account);
        }
        else
        {
            json.WriteStartObject("project");
            json.WriteString("id", project.Id);
            json.WriteString("name", project.Name);
            WriteDomain(json, account);
            json.WriteEndObject();
        }
        json.WriteStartArray("roles");
        json.WriteEndArray();
        json.WriteStartArray("catalog");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDomain(Utf8JsonWriter json, Account account)
    {
        json.WriteStartObject("domain");
        json.WriteString("id", account.DomainId);
        json.WriteString("name", account.DomainName);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static ResponseMessage ListProjects(RequestContext context)
    {
        Account account = context.Service.Account;
        bool asksForNone = context.QueryFlag("is_domain", IdentityErrors.InvalidParameter) == true
            || context.QueryFlag("enabled", IdentityErrors.InvalidParameter) == false;
        List<ProjectState> found = [.. context.Service.Projects.Where(project => !asksForNone && Matches(project, context, account))];
        int page = Number(context, "page", int.MaxValue) ?? 1;
        int size = Number(context, "per_page", MaxPageSize) ?? MaxPageSize;
        long first = (page - 1L) * size;
        ProjectState[] shown = first >= found.Count ? [] : [.. found.Skip((int)first).Take(size)];
        string self = Self(context);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("projects", shown, project => WriteProject(json, project, account, self));
            string? next = first + size < found.Count ? PageLink(context, self, page + 1) : null;
            WriteLinks(json, self + context.Request.Target, next, page > 1 ? PageLink(context, self, page - 1) : null);
        });
    }

    private static ResponseMessage ListDomains(RequestContext context)
    {
        Account account = context.Service.Account;
        string self = Self(context);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("domains", [account], domain =>
            {
                json.WriteString("id", domain.DomainId);
                json.WriteString("name", domain.DomainName);
                json.WriteString("description", string.Empty);
                json.WriteBoolean("enabled", value: true);
                WriteLinks(json, $"{self}/v3/domains/{domain.DomainId}", next: null, previous: null);
            });
            WriteLinks(json, self + context.Request.Target, next: null, previous: null);
        });
    }

    private static string Self(RequestContext context) => $"{context.Request.Scheme}://{context.Request.Headers["Host"]}";

    private static bool Matches(ProjectState project, RequestContext context, Account account)
        => (context.Query("name") is not { Length: > 0 } name || project.Name == name)
        && (context.Query("domain_id") is not { Length: > 0 } domain || domain == account.DomainId)
        && (context.Query("parent_id") is not { Length: > 0 } parent || parent == account.DomainId);

    private static void WriteProject(Utf8JsonWriter json, ProjectState project, Account account, string self)
    {
        json.WriteString("domain_id", account.DomainId);
        json.WriteBoolean("is_domain", value: false);
        json.WriteString("parent_id", account.DomainId);
        json.WriteString("name", project.Name);
        json.WriteString("description", string.Empty);
        WriteLinks(json, $"{self}/v3/projects/{project.Id}", next: null, previous: null);
        json.WriteString("id", project.Id);
        json.WriteBoolean("enabled", value: true);
    }

    private static void WriteLinks(Utf8JsonWriter json, string self, string? next, string? previous)
    {
        json.WriteStartObject("links");
        json.WriteString("next", next);
        json.WriteString("previous", previous);
        json.WriteString("self", self);
        json.WriteEndObject();
    }

    /// <summary>The same query with another page number.</summary>
    private static string PageLink(RequestContext context, string self, int page)
    {
        IEnumerable<string> query = context.Request.Query
            .Where(pair => pair.Key != "page")
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")
            .Append("page=" + page.ToString(CultureInfo.InvariantCulture));
        return $"{self}/v3/projects?{string.Join("&", query)}";
    }

    private static int? Number(RequestContext context, string name, int max)
    {
        if (context.Query(name) is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= max
            ? number
            : throw IdentityErrors.InvalidParameter(name);
    }
}
