using BacklogHealth.Reports;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Serving;

/// <summary>How answers are sent: with the headers that keep a page from being framed, guessed at or kept by others.</summary>
internal static class Answers
{
    /// <summary>What every answer says of itself, before anything else is decided.</summary>
    public static void Guard(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    /// <summary>Sends a page.</summary>
    public static Task Page(HttpContext context, ProgramPage page, int status = StatusCodes.Status200OK)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = ProgramPage.Policy;
        var here = context.Request.Path.Value;
        var ways = Visitor.Of(context) is null ? [] : new[] { ("How it stands", "/"), ("Reports of the past", "/reports") }.Select(w => new ProgramLink(w.Item1, w.Item2, status == StatusCodes.Status200OK && here == w.Item2));
        return response.WriteAsync((page with { Ways = [.. ways] }).Html, context.RequestAborted);
    }

    /// <summary>Sends a document for programs.</summary>
    public static Task Json<T>(HttpContext context, T document, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(BacklogHealth.Json.JsonWriting.Text(document, indented: false) + "\n", context.RequestAborted);
    }
}
