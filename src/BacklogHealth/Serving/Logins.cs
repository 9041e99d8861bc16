using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BacklogHealth.Serving;

/// <summary>Adds the ways to log in. The framework's own ring of keys is left out: cookies are encrypted under the one key, mixed with the token, so that another token ends them all.</summary>
internal static class Logins
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    /// <summary>Adds them.</summary>
    public static void AddTo(IServiceCollection services, ServeParts parts)
    {
        services.AddSingleton(parts.Time).AddSingleton<Audit>().AddSingleton(new Slowing(parts.Time)).AddWebEncoders();
        services.AddSingleton<IDataProtectionProvider>(new KeyedProtection(HKDF.DeriveKey(HashAlgorithmName.SHA256, parts.Key, 32, salt: SHA256.HashData(Encoding.UTF8.GetBytes(parts.Token)), info: "logins"u8.ToArray())));
        services.AddSingleton(s => new TokenLogin(parts.Serve, parts.Token, s.GetRequiredService<Slowing>(), s.GetRequiredService<Audit>()));
        services.AddSingleton(s => new Gate(parts.Serve, s.GetRequiredService<TokenLogin>()));
        services.AddSingleton<IAuthenticationConfigurationProvider, NoConfiguration>().AddAuthenticationCore(o => o.DefaultScheme = TokenLogin.Cookie);
        var logins = new AuthenticationBuilder(services).AddCookie(TokenLogin.Cookie, options =>
        {
            options.Cookie.Name = "backlog-health";
            options.Cookie.HttpOnly = true;
            // A browser that comes back from a provider still counts as coming from there, and would leave a strict cookie at home.
            options.Cookie.SameSite = parts.Serve.OpenId is null ? SameSiteMode.Strict : SameSiteMode.Lax;
            options.Cookie.SecurePolicy = SecureOf(parts.Serve);
            options.ExpireTimeSpan = Lasts;
        });
        OpenIdLogin.AddTo(logins, parts);
    }

    /// <summary>Whether cookies go over encrypted ways alone: where people come by https, always.</summary>
    public static CookieSecurePolicy SecureOf(ServeSettings serve) => serve.PublicUrl?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>What the framework would read of its own settings: nothing, since ours say all.</summary>
    private sealed class NoConfiguration : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
