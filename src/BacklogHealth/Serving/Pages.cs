using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;
using BacklogHealth.Reports;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Serving;

/// <summary>Answers requests for pages: how it stands, and the reports of the past.</summary>
internal sealed partial class Pages(ServeParts parts, PastReports past, ReportLinks links, Audit audit)
{
    private const int LongestHead = 4096;

    /// <summary>How it stands.</summary>
    public async Task Status(HttpContext context)
    {
        var status = await StatusReading.Of(parts.Store, parts.Settings, parts.Time.GetUtcNow(), context.RequestAborted);
        var page = StatusPage.Of(status);
        await Answers.Page(context, parts.Serve.AsksWho ? page with { Blocks = page.Blocks.Add(new ProgramForm("/logout", "Log out")) } : page);
    }

    /// <summary>The reports that are kept.</summary>
    public async Task Reports(HttpContext context)
    {
        var (team, before) = (context.Request.Query["team"].ToString(), context.Request.Query["before"].ToString());
        if ((team.Length > 0 && !PastReports.SafeName().IsMatch(team)) || (before.Length > 0 && PastReports.Day(before) is null))
        {
            await Answers.Page(context, Notices.NotThere, StatusCodes.Status404NotFound);
            return;
        }

        var stored = await parts.Store.Teams(context.RequestAborted);
        await Answers.Page(context, Listing(stored.Select(t => t.Name)).Of(team.Length > 0 ? team : null, PastReports.Day(before)));
    }

    /// <summary>The reports that went out together.</summary>
    public async Task Together(HttpContext context)
    {
        var set = Set(context);
        if (set is null || await Refused(context, set.Path, past.In(set).Any()))
        {
            await (set is null ? NoReport(context, LinkWorth.Wrong) : Task.CompletedTask);
            return;
        }

        // Whoever came by a link goes on by links, which end when that one does.
        var (isLink, until) = (context.Request.Query.ContainsKey("key"), context.Request.Query["until"].ToString());
        await Answers.Page(context, Listing([]).Of(set, path => isLink ? links.Sign(path, until) : path));
    }

    /// <summary>One report.</summary>
    public async Task Report(HttpContext context)
    {
        var report = PastReport.Read(Set(context), (string?)context.Request.RouteValues["team"], (string?)context.Request.RouteValues["file"]);
        var file = report is null ? null : past.Find(report);
        if (report is null || await Refused(context, report.Path, file is not null))
        {
            await (report is null ? NoReport(context, LinkWorth.Wrong) : Task.CompletedTask);
            return;
        }

        audit.Opened(context.Request.Query.ContainsKey("key") ? Visitor.Link : Visitor.Of(context)!, report.Path);
        await Send(context, file!);
    }

    /// <summary>A link is judged by its signature alone; without one, who asks has passed the gate.</summary>
    private async Task<bool> Refused(HttpContext context, string path, bool isThere)
    {
        var query = context.Request.Query;
        var worth = query.ContainsKey("key") ? links.Judge(path, query["until"], query["key"]) : LinkWorth.Good;
        if (worth == LinkWorth.Good && isThere)
        {
            return false;
        }

        await NoReport(context, worth == LinkWorth.Good && query.ContainsKey("key") ? LinkWorth.Over : worth == LinkWorth.Good ? LinkWorth.Wrong : worth);
        return true;
    }

    private Task NoReport(HttpContext context, LinkWorth worth)
    {
        audit.LinkRefused(Visitor.AddressOf(context), worth);
        return Answers.Page(context, Notices.NoReport, worth == LinkWorth.Over ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
    }

    private static async Task Send(HttpContext context, FileInfo file)
    {
        var response = context.Response;
        await using var content = file.OpenRead();
        response.Headers.CacheControl = "private, no-cache";
        response.ContentLength = content.Length;
        if (file.Extension == ".html")
        {
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = $"{await PolicyOf(content, context.RequestAborted)}; frame-ancestors 'none'";
            content.Position = 0;
        }
        else
        {
            response.ContentType = file.Extension switch { ".pdf" => MediaTypeNames.Application.Pdf, ".json" => MediaTypeNames.Application.Json, _ => "text/markdown; charset=utf-8" };
            response.Headers.ContentDisposition = new ContentDisposition(DispositionTypeNames.Attachment) { FileName = file.Name }.ToString();
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            await content.CopyToAsync(response.Body, context.RequestAborted);
        }
    }

    /// <summary>The policy that a report says of itself at its head, which knows its own style and script; one that allows nothing where there is none.</summary>
    private static async Task<string> PolicyOf(Stream content, CancellationToken cancellation)
    {
        var head = new byte[LongestHead];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        var found = Policy().Match(Encoding.UTF8.GetString(head, 0, length));
        return found.Success ? found.Groups["policy"].Value : "default-src 'none'; base-uri 'none'; form-action 'none'";
    }

    private ReportsPage Listing(IEnumerable<string> stored) => new(past, parts.Settings.Teams.Select(t => t.Name).Concat(stored), parts.Settings.Subscriptions.Select(s => s.Name));

    private static PastSet? Set(HttpContext context) =>
        PastReports.Day((string?)context.Request.RouteValues["day"]) is { } day ? PastSet.Read(day, (string?)context.Request.RouteValues["set"]) : null;

    // Before anything that an item could have said: the page's own first lines.
    [GeneratedRegex("""\A<!doctype html>\n<html lang="[a-zA-Z-]{2,20}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="(?<policy>default-src 'none';[A-Za-z0-9+/=;:' -]*)">""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Policy();
}
