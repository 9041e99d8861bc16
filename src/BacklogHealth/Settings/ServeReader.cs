using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Settings;

/// <summary>Reads how `serve` shows its pages. What is wrong with a token or a key is told without it.</summary>
internal sealed class ServeReader(SettingsValues values)
{
    /// <summary>Below so many characters, a token can be guessed.</summary>
    public const int ShortestToken = 32;

    /// <summary>As long as the hash that it keys.</summary>
    private const int ShortestKey = 32;

    private const string OpenIdAt = "Serve:OpenIdConnect";

    /// <summary>The settings of `serve`.</summary>
    public ServeSettings Read()
    {
        var serve = new ServeSettings
        {
            Urls = Urls(),
            PublicUrl = PublicUrl(),
            PastReportsFolder = PastReportsFolder(),
            KeepPastReportsDays = AtLeastOne("KeepPastReportsDays"),
            LinkKeyFile = values.SecretFile("Serve", "LinkKeyFile"),
            LinkKey = values.Text("Serve", "LinkKey"),
            LinkDays = AtLeastOne("LinkDays"),
            StaleHours = AtLeastOne("StaleHours"),
            Token = values.Text("Serve", "Token"),
            TokenFile = values.SecretFile("Serve", "TokenFile"),
            OpenId = OpenId(),
            TrustedProxies = TrustedProxies(),
        };
        OneOf("Serve:Token", serve.Token, serve.TokenFile);
        OneOf("Serve:LinkKey", serve.LinkKey, serve.LinkKeyFile);
        if (serve.Token.Length > 0 && FlawOf(serve.Token) is { } found)
        {
            values.Wrong("Serve:Token", found, "at least 32 visible characters of ASCII", "Make one with `openssl rand -base64 32`");
        }

        if (serve.LinkKey.Length > 0 && Key(serve.LinkKey) is null)
        {
            values.Wrong("Serve:LinkKey", "what is no key", "at least 32 bytes as base64", "Make one with `openssl rand -base64 32`");
        }

        return serve;
    }

    /// <summary>What keeps a text from being a token; null where nothing does. No word of it is said again.</summary>
    public static string? FlawOf(string token) =>
        token.Any(c => c is <= ' ' or > '~') ? "a token with spaces or letters beyond ASCII"
        : token.Length < ShortestToken ? "a token that is shorter than that"
        : null;

    /// <summary>A key for signatures; null where the text is none.</summary>
    public static byte[]? Key(string base64)
    {
        var key = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, key, out var length) && length >= ShortestKey ? key[..length] : null;
    }

    /// <summary>The addresses in a text, separated by semicolons; null where one of them is none, which is the first that is given back.</summary>
    public static ImmutableArray<ServeUrl>? UrlsOf(string text, out string wrong)
    {
        var urls = ImmutableArray.CreateBuilder<ServeUrl>();
        wrong = text;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            wrong = part;
            if (UrlOf(part) is not { } url)
            {
                return null;
            }

            urls.Add(url);
        }

        return urls.Count > 0 ? urls.ToImmutable() : null;
    }

    /// <summary>What an address to listen on looks like, for sentences.</summary>
    public const string ExpectedUrl = "an address to listen on, as http://127.0.0.1:5080 or http://0.0.0.0:5080; encryption is the business of a proxy before it";

    private static ServeUrl? UrlOf(string text)
    {
        BindingAddress binding;
        try
        {
            binding = BindingAddress.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }

        if (binding.Scheme != Uri.UriSchemeHttp || binding.PathBase.Length > 0 || binding.IsUnixPipe || binding.IsNamedPipe || binding.Port is < 0 or > 65535)
        {
            return null;
        }

        var host = binding.Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? new ServeUrl(text, IPAddress.Loopback, binding.Port)
            : IPAddress.TryParse(host, out var address) ? new ServeUrl(text, address, binding.Port)
            : host is "*" or "+" || Uri.CheckHostName(host) == UriHostNameType.Dns ? new ServeUrl(text, null, binding.Port)
            : null;
    }

    private ImmutableArray<ServeUrl> Urls() =>
        UrlsOf(values.Text("Serve", "Urls"), out var wrong) ?? values.Wrong<ImmutableArray<ServeUrl>>([], "Serve:Urls", $"'{wrong}'", ExpectedUrl, "Correct it or leave it out");

    private Uri? PublicUrl()
    {
        var url = values.Address("Serve", "PublicUrl", "https://backlog.acme.example", Uri.UriSchemeHttps, Uri.UriSchemeHttp);
        return url is null || url.AbsolutePath == "/" ? url
            : values.Wrong<Uri?>(null, "Serve:PublicUrl", $"'{url}'", "an address without a path, as https://backlog.acme.example", "Give it a name of its own there");
    }

    private string PastReportsFolder()
    {
        if (values.Text("Serve", "PastReportsFolder") is { Length: > 0 } given)
        {
            return given;
        }

        return Path.Combine(Path.GetDirectoryName(values.Text("Reports", "Folder").TrimEnd('/', '\\')) ?? "", "past-reports");
    }

    private int AtLeastOne(string name) =>
        int.TryParse(values.Text("Serve", name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000
            ? number
            : values.Wrong(1, $"Serve:{name}", $"'{values.Text("Serve", name)}'", "a whole number from 1 to 999999", "Correct it or leave it out");

    private OpenIdSettings? OpenId()
    {
        var authority = values.Address(OpenIdAt, "Authority", "https://login.acme.example", Uri.UriSchemeHttps, Uri.UriSchemeHttp);
        var openId = new OpenIdSettings(authority ?? new Uri("https://login.invalid"), values.Text(OpenIdAt, "ClientId"), values.SecretFile(OpenIdAt, "ClientSecretFile"), values.List(OpenIdAt, "AllowedDomains"), RequiredClaim())
        {
            ClientSecret = values.Text(OpenIdAt, "ClientSecret"),
        };
        OneOf($"{OpenIdAt}:ClientSecret", openId.ClientSecret, openId.ClientSecretFile);
        foreach (var wrong in openId.AllowedDomains.Where(d => Uri.CheckHostName(d) != UriHostNameType.Dns))
        {
            var meant = wrong[(wrong.LastIndexOf('@') + 1)..];
            values.Wrong(
                $"{OpenIdAt}:AllowedDomains", $"'{wrong}'", "the domain of e-mail addresses alone, as acme.example", Uri.CheckHostName(meant) == UriHostNameType.Dns ? $"Write {meant}" : "Correct it, and name each domain by itself");
        }

        if (authority is null)
        {
            if (openId.ClientId.Length > 0)
            {
                values.Wrong($"{OpenIdAt}:Authority", "no provider, and what it calls this program", "the provider's address, as https://login.acme.example", "Add it");
            }

            return null;
        }

        if (authority.Scheme == Uri.UriSchemeHttp && !authority.IsLoopback)
        {
            values.Wrong($"{OpenIdAt}:Authority", $"'{authority}'", "an address that begins with https://, since it says who comes in", "Correct it");
        }

        if (openId.ClientId.Length == 0)
        {
            values.Wrong($"{OpenIdAt}:ClientId", "nothing", "what the provider calls this program", "Register it there and add it");
        }

        return openId;
    }

    private (string Name, string Value)? RequiredClaim()
    {
        var text = values.Text(OpenIdAt, "RequiredClaim");
        return text.Length == 0 ? null
            : text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } value] ? (name, value)
            : values.Wrong<(string, string)?>(null, $"{OpenIdAt}:RequiredClaim", $"'{text}'", "a name and a value, as groups=backlog", "Correct it or leave it out");
    }

    private ImmutableArray<IPAddress> TrustedProxies()
    {
        var given = values.List("Serve", "TrustedProxies");
        return given.FirstOrDefault(g => !IPAddress.TryParse(g, out _)) is { } wrong
            ? values.Wrong<ImmutableArray<IPAddress>>([], "Serve:TrustedProxies", $"'{wrong}'", "the address of a proxy, as 10.0.0.5", "Correct it")
            : [.. given.Select(IPAddress.Parse)];
    }

    private void OneOf(string path, string given, string file)
    {
        if (given.Length > 0 && file.Length > 0)
        {
            values.Wrong($"{path}File", "a file, and the same without a file", "one of them", $"Leave {path} out");
        }
    }
}
