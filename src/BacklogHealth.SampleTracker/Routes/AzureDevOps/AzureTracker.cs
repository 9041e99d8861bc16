using System.Collections.Immutable;
using System.Text;
using BacklogHealth.SampleTracker.Backlog;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>An Azure DevOps: its routes on the organisation as it stands now, and who may enter.</summary>
internal sealed class AzureTracker : ITracker
{
    private const string SignInPage =
        "<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head><body><h1>Sign in to continue</h1></body></html>";

    private readonly SampleServerOptions _options;
    private readonly AzureFeeds _feeds = new();
    private volatile AzureSite? _site;

    public AzureTracker(SampleServerOptions options)
    {
        _options = options;
        Routes = [.. AzureRoutes.All.Select(r => new Route(r.Method, r.Template, call => r.Handle(Versioned(r, call)), r.Open))];
    }

    public ImmutableArray<Route> Routes { get; }

    public Route Unknown { get; } = new("*", "{**path}", call => throw AzureRefusal.NotFound($"The controller for path '/{call.Path("path")}' was not found or does not implement IController."), Open: true);

    /// <summary>The token is the password of any user, or goes alone as a bearer.</summary>
    public Answer? Deny(IHeaderDictionary headers)
    {
        var sent = headers.Authorization.ToString();
        if (sent == Credentials.Bearer(_options.Token) || Password(sent) == _options.Token)
        {
            return null;
        }

        return _options.Azure.SignIn switch
        {
            AzureSignIn.Redirect => Answer.Html(302, string.Empty).With("Location", "https://sign-in.sample.invalid/_signin?realm=sample"),
            AzureSignIn.Unauthorized => Answer.Html(401, "<!DOCTYPE html><title>401 - Unauthorized</title>").With("WWW-Authenticate", "Basic realm=\"http://127.0.0.1/\""),
            _ => Answer.Html(203, SignInPage),
        };
    }

    public Answer Error(int status, string message) => AzureRefusal.With(status, status == 429
        ? "TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource 'Concurrency' in namespace 'User'. For more information on why your request was blocked, see the topic \"Rate limits\"."
        : message);

    public void Replace(SampleBacklog next, Uri baseUrl) => _site = new AzureSite(next, baseUrl, _options, _feeds);

    private AzureCall Versioned(AzureRoute route, Call call) => new(_site!, ApiVersion.Of(call, route, _options.Azure.HighestApiVersion), call);

    private static string? Password(string header)
    {
        const string Basic = "Basic ";
        Span<byte> bytes = stackalloc byte[header.Length];
        return header.StartsWith(Basic, StringComparison.Ordinal) && Convert.TryFromBase64String(header[Basic.Length..], bytes, out var length)
            ? Encoding.UTF8.GetString(bytes[..length]).Split(':', 2)[^1]
            : null;
    }
}
