using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BacklogHealth.Tests.Serving;

/// <summary>A small real OpenID provider on loopback: it signs in whom a test names, checks the proof of each code, and signs what it says.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "backlog-health";
    public const string Secret = "canary-client-secret";

    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Redirect)> _codes = new(StringComparer.Ordinal);
    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;
    private int _next;

    private OpenIdProvider(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    /// <summary>What it says of who signs in.</summary>
    public Dictionary<string, object> Claims { get; } = new(StringComparer.Ordinal) { ["sub"] = "person-77", ["email"] = "anna.canary@acme.example", ["name"] = "Anna Canary" };

    /// <summary>What it does to the token before it is signed.</summary>
    public Action<Dictionary<string, object>> Forge { get; set; } = _ => { };

    /// <summary>True to sign with a key that it does not publish.</summary>
    public bool SignsWithAnotherKey { get; set; }

    /// <summary>The queries that people came with.</summary>
    public ConcurrentQueue<IQueryCollection> Asked { get; } = new();

    public static async Task<OpenIdProvider> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var provider = new OpenIdProvider(builder.Build());
        provider._app.MapGet("/.well-known/openid-configuration", (RequestDelegate)provider.Describe);
        provider._app.MapGet("/authorize", (RequestDelegate)provider.Authorize);
        provider._app.MapPost("/token", (RequestDelegate)provider.Token);
        provider._app.MapGet("/keys", (RequestDelegate)provider.Keys);
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private Task Describe(HttpContext context) => Write(context, new
    {
        issuer = Issuer,
        authorization_endpoint = $"{Issuer}/authorize",
        token_endpoint = $"{Issuer}/token",
        jwks_uri = $"{Issuer}/keys",
        response_types_supported = new[] { "code" },
        id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    private string Issuer => Url.ToString().TrimEnd('/');

    private Task Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        Asked.Enqueue(query);
        var code = FormattableString.Invariant($"canary-code-{Interlocked.Increment(ref _next)}");
        _codes[code] = (query["nonce"]!, query["code_challenge"]!, query["redirect_uri"]!);
        context.Response.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
        return Task.CompletedTask;
    }

    private async Task Token(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"]!, out var known) || form["client_secret"] != Secret || form["client_id"] != ClientId || form["redirect_uri"] != known.Redirect
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != known.Challenge)
        {
            context.Response.StatusCode = 400;
            await Write(context, new { error = "invalid_grant" });
            return;
        }

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(Claims, StringComparer.Ordinal) { ["iss"] = Issuer, ["aud"] = ClientId, ["nonce"] = known.Nonce, ["iat"] = now, ["exp"] = now + 300 };
        Forge(claims);
        await Write(context, new { access_token = "canary-access", token_type = "Bearer", id_token = Signed(claims) });
    }

    private string Signed(Dictionary<string, object> claims)
    {
        var signed = $"{Base64Url.EncodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"one\"}"u8)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        using var other = RSA.Create(2048);
        return $"{signed}.{Base64Url.EncodeToString((SignsWithAnotherKey ? other : _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private Task Keys(HttpContext context)
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return Write(context, new { keys = new[] { new { kty = "RSA", use = "sig", kid = "one", alg = "RS256", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } });
    }

    private static Task Write<T>(HttpContext context, T document)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(document));
    }
}
