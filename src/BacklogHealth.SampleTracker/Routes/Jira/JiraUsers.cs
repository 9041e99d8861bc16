using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Accounts. The sample knows no names of people, only account ids; the displayed name is made from the id.</summary>
internal static class JiraUsers
{
    /// <summary>The account that reads.</summary>
    public const string ReaderId = "5f00a1b2c3d4e5f60718293a";

    public static JsonObject User(JiraSite site, string accountId) => site.Dialect.User(site, accountId);

    public static JsonObject Reader(JiraSite site)
    {
        var user = User(site, ReaderId);
        user["displayName"] = "Backlog reader";
        user["emailAddress"] = site.User;
        user["locale"] = "en_GB";
        user["groups"] = new JsonObject { ["size"] = 1, ["items"] = new JsonArray() };
        user["applicationRoles"] = new JsonObject { ["size"] = 1, ["items"] = new JsonArray() };
        user["expand"] = "groups,applicationRoles";
        return user;
    }

    public static string Name(string accountId) => "Colleague " + accountId[..Math.Min(6, accountId.Length)];

    public static JsonObject Avatars(JiraSite site, string name) => new()
    {
        ["48x48"] = site.Url("images", name + "-48.png"),
        ["24x24"] = site.Url("images", name + "-24.png"),
        ["16x16"] = site.Url("images", name + "-16.png"),
        ["32x32"] = site.Url("images", name + "-32.png"),
    };
}
