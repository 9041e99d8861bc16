using System.Text;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>What stands in the header <c>Authorization</c>.</summary>
internal static class Credentials
{
    public static string Basic(string user, string token) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{token}"));

    public static string Bearer(string token) => "Bearer " + token;
}
