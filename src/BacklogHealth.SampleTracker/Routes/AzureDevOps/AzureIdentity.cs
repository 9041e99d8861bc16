using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>An account. The sample knows no names of people; the displayed name is made from the id.</summary>
internal sealed record AzureIdentity(string AccountId)
{
    private string Name => "Colleague " + AccountId[..Math.Min(6, AccountId.Length)];

    private string UniqueName => AccountId + "@sample.invalid";

    public JsonObject Json(AzureSite site)
    {
        var id = Hash.Guid("account " + AccountId).ToString();
        return new JsonObject
        {
            ["displayName"] = Name,
            ["url"] = site.Url("_apis/Identities/" + id),
            ["_links"] = new JsonObject { ["avatar"] = new JsonObject { ["href"] = site.Url("_apis/GraphProfile/MemberAvatars/aad." + id) } },
            ["id"] = id,
            ["uniqueName"] = UniqueName,
            ["imageUrl"] = site.Url("_api/_common/identityImage?id=" + id),
            ["descriptor"] = "aad." + id,
        };
    }

    /// <summary>As reports write it where no object is asked for.</summary>
    public string Text() => $"{Name} <{UniqueName}>";
}
