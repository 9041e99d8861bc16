using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Serving;

/// <summary>Who asks: somebody at this machine, whoever knows the token, or a person that a provider signed in, by the opaque name it gives.</summary>
internal static class Visitor
{
    /// <summary>Somebody at this machine, where nobody has to sign in.</summary>
    public const string Here = "this machine";

    /// <summary>Whoever knows the token.</summary>
    public const string Token = "token";

    /// <summary>Whoever has a link.</summary>
    public const string Link = "link";

    private const string Claim = "sub";

    /// <summary>Who asks; null for nobody known.</summary>
    public static string? Of(HttpContext context) => context.User.FindFirst(Claim)?.Value;

    /// <summary>Somebody known, with nothing else of them.</summary>
    public static ClaimsPrincipal As(string who, string how) => new(new ClaimsIdentity([new Claim(Claim, who)], how));

    /// <summary>The address that a request comes from, for the log.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
