using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>A Jira: its routes on the site as it stands now, and who may enter.</summary>
internal sealed class JiraTracker : ITracker
{
    private readonly JiraDialect _dialect;
    private readonly SampleServerOptions _options;
    private volatile JiraSite? _site;

    public JiraTracker(JiraDialect dialect, ImmutableArray<JiraRoute> routes, SampleServerOptions options)
    {
        _dialect = dialect;
        _options = options;
        Routes = [.. routes.Select(r => new Route(r.Method, r.Template, call => r.Handle(new JiraCall(_site!, call)), r.Open))];
        Unknown = new Route("*", "{**path}", call => dialect.NoPath($"{_site!.BaseUrl.GetLeftPart(UriPartial.Authority)}/{call.Path("path")}"), Open: true);
    }

    public ImmutableArray<Route> Routes { get; }

    public Route Unknown { get; }

    /// <summary>A user's name goes with the token as basic credentials. Data Center takes the token alone too, and so does Cloud where the account has no e-mail address.</summary>
    public Answer? Deny(IHeaderDictionary headers)
    {
        var sent = headers.Authorization.ToString();
        var named = _options.User.Length > 0;
        var good = (named && sent == Credentials.Basic(_options.User, _options.Token))
            || ((!named || !_dialect.IsCloud) && sent == Credentials.Bearer(_options.Token));
        return good ? null : JiraRefusal.Unauthenticated;
    }

    public Answer Error(int status, string message) => JiraRefusal.With(status, message);

    public void Replace(SampleBacklog next, Uri baseUrl) => _site = JiraSite.Of(next, baseUrl, _options, _dialect);
}
