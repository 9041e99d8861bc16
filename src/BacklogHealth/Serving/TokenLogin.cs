using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Reports;
using BacklogHealth.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Serving;

/// <summary>Lets in whoever knows the token: programs by a header, people by a page that takes it once and gives a cookie for it.</summary>
/// <param name="serve">Settings.</param>
/// <param name="token">The token; empty for none.</param>
/// <param name="slowing">Makes whoever guesses wait.</param>
/// <param name="audit">Tells of it.</param>
internal sealed class TokenLogin(ServeSettings serve, string token, Slowing slowing, Audit audit)
{
    /// <summary>The scheme of the cookie.</summary>
    public const string Cookie = "cookie";

    private const string Bearer = "Bearer ";
    private const int LongestForm = 4096;

    // Compared by their hashes, which are as long whatever was typed.
    private readonly byte[] _token = SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Looks at the header of a request: takes whoever knows the token as known, and answers whoever does not.</summary>
    /// <returns>True where it is answered.</returns>
    public async Task<bool> Answered(HttpContext context)
    {
        if (context.Request.Headers.Authorization.ToString() is not { Length: > 0 } header)
        {
            return false;
        }

        if (await MustWait(context))
        {
            return true;
        }

        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !IsRight(context, header[Bearer.Length..].Trim()))
        {
            await Refuse(context);
            return true;
        }

        context.User = Visitor.As(Visitor.Token, "token");
        return false;
    }

    /// <summary>Says that a login is needed.</summary>
    public static Task Refuse(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Answers.Page(context, Notices.WhoAreYou, StatusCodes.Status401Unauthorized);
    }

    /// <summary>Shows the page that takes the token; where there is only a provider, leads there.</summary>
    public Task Ask(HttpContext context)
    {
        var to = Destination(context.Request.Query["to"]);
        if (!serve.AsksWho || Visitor.Of(context) is not null)
        {
            context.Response.Redirect(to);
            return Task.CompletedTask;
        }

        if (token.Length == 0)
        {
            return context.ChallengeAsync(OpenIdLogin.Scheme, new AuthenticationProperties { RedirectUri = to });
        }

        return Answers.Page(context, Form(to, null));
    }

    /// <summary>Takes the token.</summary>
    public async Task Take(HttpContext context)
    {
        if (token.Length == 0 || await MustWait(context))
        {
            await (token.Length == 0 ? Answers.Page(context, Notices.NotThere, StatusCodes.Status404NotFound) : Task.CompletedTask);
            return;
        }

        if (await FormOf(context) is not { } form)
        {
            await Answers.Page(context, Form("/", "Found what no page of ours sends. Expected the token, from the field below."), StatusCodes.Status400BadRequest);
            return;
        }

        var to = Destination(form["to"]);
        if (!IsRight(context, form["secret"].ToString().Trim()))
        {
            await Answers.Page(context, Form(to, "This is not the token. It stands in Serve:Token or in the file that Serve:TokenFile names."), StatusCodes.Status403Forbidden);
            return;
        }

        audit.LoggedIn(Visitor.Token, Visitor.AddressOf(context));
        await context.SignInAsync(Cookie, Visitor.As(Visitor.Token, Cookie));
        context.Response.Redirect(to);
    }

    /// <summary>Ends a login.</summary>
    public async Task End(HttpContext context)
    {
        audit.LoggedOut(Visitor.Of(context)!);
        await context.SignOutAsync(Cookie);
        context.Response.Redirect("/login");
    }

    /// <summary>Where to go after a login: a page of ours, never another host.</summary>
    public static string Destination(string? to) =>
        to is { Length: > 1 and < 500 } && to[0] == '/' && to[1] is not ('/' or '\\') && !to.Any(c => c is '\\' or <= ' ' or > '~') && !to.StartsWith("/login", StringComparison.OrdinalIgnoreCase) ? to : "/";

    /// <summary>What was sent as our page sends it; null for anything else.</summary>
    private static async Task<IFormCollection?> FormOf(HttpContext context)
    {
        if (context.Request.ContentType?.Split(';')[0] != "application/x-www-form-urlencoded" || context.Request.ContentLength is null or > LongestForm)
        {
            return null;
        }

        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private ProgramPage Form(string to, string? wrong) => new(
        "Log in", "This server asks for its token. Whoever runs it has it.",
        [
            .. wrong is null ? Array.Empty<ProgramBlock>() : [new ProgramText(wrong, Marked: true)],
            new ProgramForm("/login", "Log in") { Asks = "Token", Along = ("to", to) },
            .. serve.OpenId is null ? Array.Empty<ProgramBlock>() : [new ProgramList([new ProgramCell("Log in at your organisation", Link: $"/login/organisation?to={Uri.EscapeDataString(to)}")])],
        ]);

    private bool IsRight(HttpContext context, string given)
    {
        var address = Visitor.AddressOf(context);
        if (token.Length > 0 && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _token))
        {
            slowing.Right(address);
            return true;
        }

        slowing.Wrong(address);
        audit.LoginFailed(address, "the token is wrong");
        return false;
    }

    private async Task<bool> MustWait(HttpContext context)
    {
        var wait = slowing.WaitOf(Visitor.AddressOf(context));
        if (wait <= TimeSpan.Zero)
        {
            return false;
        }

        var seconds = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        await Answers.Page(context, new ProgramPage("Too many wrong tokens came from this address", "", [new ProgramText($"The next one is looked at in {seconds} s.")]), StatusCodes.Status429TooManyRequests);
        return true;
    }
}
