using System.Net;
using BacklogHealth.Settings;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Serving;

/// <summary>
/// Decides whether a request goes on. Where somebody can sign in, only who did; where nobody can, only this machine, under a name that is its own, so that no
/// page elsewhere can have a browser ask in its place. Health, the login and signed links go on in any case.
/// </summary>
/// <param name="serve">Settings.</param>
/// <param name="token">Knows the token.</param>
internal sealed class Gate(ServeSettings serve, TokenLogin token)
{
    private static readonly string[] ForwardedBy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"];

    /// <summary>Lets the request go on, or answers it.</summary>
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        if (!serve.AsksWho)
        {
            if (!IsOurs(context.Request.Host.Host))
            {
                await Answers.Page(context, Notices.OtherHost, StatusCodes.Status421MisdirectedRequest);
                return;
            }

            if (IsHere(context))
            {
                context.User = Visitor.As(Visitor.Here, "loopback");
            }
        }
        else if (await token.Answered(context))
        {
            return;
        }

        if (Visitor.Of(context) is not null || IsOpen(context.Request))
        {
            await next(context);
        }
        else if (!serve.AsksWho)
        {
            await Answers.Page(context, Notices.HereAlone, StatusCodes.Status403Forbidden);
        }
        else if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Redirect($"/login?to={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        }
        else
        {
            await TokenLogin.Refuse(context);
        }
    }

    /// <summary>True for what needs no login: it tells nothing that must be kept, or looks at signatures itself.</summary>
    private static bool IsOpen(HttpRequest request) =>
        request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || request.Path.StartsWithSegments("/login", StringComparison.Ordinal)
        || (request.Path.StartsWithSegments("/reports", StringComparison.Ordinal, out var one) && one.Value is { Length: > 1 } && request.Query.ContainsKey("key"));

    private static bool IsHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && IsLoopbackName(context.Request.Host.Host)
        && !ForwardedBy.Any(context.Request.Headers.ContainsKey);

    private bool IsOurs(string host) => IsLoopbackName(host) || (serve.PublicUrl is { } known && host.Equals(known.IdnHost, StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
