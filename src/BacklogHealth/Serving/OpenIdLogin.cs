using System.Security.Claims;
using BacklogHealth.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BacklogHealth.Serving;

/// <summary>Has a provider sign people in, by OpenID Connect with a code and its proof (PKCE). Of a person, only the opaque name that the provider gives is kept.</summary>
internal static class OpenIdLogin
{
    /// <summary>Its scheme.</summary>
    public const string Scheme = "organisation";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Adds it where settings name a provider.</summary>
    public static void AddTo(AuthenticationBuilder logins, ServeParts parts)
    {
        if (parts.Serve.OpenId is not { } openId)
        {
            return;
        }

        logins.AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = openId.Authority.ToString();
            // The reader takes plain http for this machine alone.
            options.RequireHttpsMetadata = openId.Authority.Scheme == Uri.UriSchemeHttps;
            (options.ClientId, options.ClientSecret) = (openId.ClientId, parts.ClientSecret);
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.SignInScheme = TokenLogin.Cookie;
            options.MapInboundClaims = false;
            options.BackchannelTimeout = Patience;
            options.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("email");
            foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
            {
                // They come back with a page that the provider leads to.
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = Logins.SecureOf(parts.Serve);
            }

            options.Events = new OpenIdConnectEvents
            {
                OnRedirectToIdentityProvider = context =>
                {
                    if (parts.Serve.PublicUrl is { } known)
                    {
                        context.ProtocolMessage.RedirectUri = new Uri(known, options.CallbackPath.Value).AbsoluteUri;
                    }

                    return Task.CompletedTask;
                },
                OnTokenValidated = context => LetIn(context, openId),
                OnRemoteFailure = Failed,
            };
        });
    }

    /// <summary>Leads to the provider.</summary>
    public static Task Challenge(HttpContext context) =>
        context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = TokenLogin.Destination(context.Request.Query["to"]) });

    private static Task LetIn(TokenValidatedContext context, OpenIdSettings openId)
    {
        var (audit, address) = (context.HttpContext.RequestServices.GetRequiredService<Audit>(), Visitor.AddressOf(context.HttpContext));
        if (context.Principal is { } person && person.FindFirst("sub")?.Value is { Length: > 0 } sub && MayComeIn(person, openId))
        {
            context.Principal = Visitor.As($"person {sub}", Scheme);
            audit.LoggedIn($"person {sub}", address);
            return Task.CompletedTask;
        }

        audit.LoginFailed(address, "the person is not among those who are let in");
        context.HandleResponse();
        return Answers.Page(context.HttpContext, Notices.NotYou, StatusCodes.Status403Forbidden);
    }

    /// <summary>Whether what the provider says of a person is what settings ask for.</summary>
    private static bool MayComeIn(ClaimsPrincipal person, OpenIdSettings openId)
    {
        var email = person.FindFirst("email")?.Value ?? "";
        var isVerified = person.FindFirst("email_verified")?.Value is not { } said || said.Equals("true", StringComparison.OrdinalIgnoreCase);
        return (openId.AllowedDomains.IsEmpty || (isVerified && openId.AllowedDomains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase) && email.Contains('@', StringComparison.Ordinal)))
            && (openId.RequiredClaim is not { } claim || person.HasClaim(claim.Name, claim.Value));
    }

    private static Task Failed(RemoteFailureContext context)
    {
        // The kind alone: what a provider writes may hold a code or a name.
        context.HttpContext.RequestServices.GetRequiredService<Audit>().LoginFailed(Visitor.AddressOf(context.HttpContext), $"the provider's answer was not taken ({(context.Failure?.InnerException ?? context.Failure)?.GetType().Name})");
        context.HandleResponse();
        return Answers.Page(context.HttpContext, Notices.NoLogin, StatusCodes.Status400BadRequest);
    }
}
