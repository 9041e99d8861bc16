using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>The version of the interface that a call asks for, in its query or in its header <c>Accept</c>.</summary>
internal readonly record struct ApiVersion(decimal Number, bool IsPreview)
{
    /// <summary>Reads and checks the version of a call; a call that only reads may leave it out.</summary>
    /// <exception cref="AzureRefusal">It is missing, no version, too high, or lacks the word preview.</exception>
    public static ApiVersion Of(Call call, AzureRoute route, string highest)
    {
        var most = decimal.Parse(highest, CultureInfo.InvariantCulture);
        var text = call.Query.TryGetValue("api-version", out var values) ? values.ToString() : Accepted(call.Headers);
        if (text is null)
        {
            return HttpMethods.IsPost(route.Method) ? throw AzureRefusal.NoVersion(route.Method) : new ApiVersion(most, IsPreview: false);
        }

        var parts = text.Split('-', 2);
        if (!decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            throw AzureRefusal.BadVersion(text);
        }

        var version = new ApiVersion(number, parts.Length == 2 && parts[1].StartsWith("preview", StringComparison.OrdinalIgnoreCase));
        if (number > most)
        {
            throw AzureRefusal.VersionTooHigh(parts[0], highest);
        }

        return route.IsPreview && !version.IsPreview ? throw AzureRefusal.OnlyPreview(parts[0]) : version;
    }

    /// <summary>For example <c>application/json;api-version=7.1-preview.3</c>; null where it names none.</summary>
    private static string? Accepted(IHeaderDictionary headers) =>
        headers.Accept.ToString().Split(';', ',').Select(part => part.Trim()).Where(part => part.StartsWith("api-version=", StringComparison.OrdinalIgnoreCase))
            .Select(part => part["api-version=".Length..]).FirstOrDefault();
}
