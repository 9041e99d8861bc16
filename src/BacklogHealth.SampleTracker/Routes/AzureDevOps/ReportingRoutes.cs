using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>
/// All revisions and all links, in batches that are read on by a token. Asked of one project, the revisions that an item had in another are left out,
/// and asked of some types, those it had as another: both as the vendor warns.
/// </summary>
internal static class ReportingRoutes
{
    private const int BatchLimit = 1000;

    public static ImmutableArray<AzureRoute> All { get; } =
    [
        .. AzureRoute.Anywhere("GET", "wit/reporting/workitemrevisions", Revisions),
        .. AzureRoute.Anywhere("POST", "wit/reporting/workitemrevisions", Revisions),
        .. AzureRoute.Anywhere("GET", "wit/reporting/workitemlinks", Links),
    ];

    private static Answer Revisions(AzureCall call)
    {
        var (place, since) = Start(call);
        var includeDeleted = call.Flag("includeDeleted");
        var latestOnly = call.Flag("includeLatestOnly");
        var types = call.Texts("types");
        var project = call.Project?.Name;
        var (entries, reached, isLast) = call.Site.Feeds.Revisions.After(place, call.PageSize(BatchLimit, BatchLimit, "$maxPageSize"), IsWanted);
        var fields = call.Texts("fields");
        var isLong = string.Equals(call.Text("$expand"), "fields", StringComparison.OrdinalIgnoreCase);
        var values = entries.Select(e =>
        {
            var item = call.Site.Find(e.Id)!;
            var revision = item.Revisions[e.Rev - 1];
            var json = AzureFields.Json(call.Site, item, revision, IsField, asText: !call.Flag("includeIdentityRef"));
            if (fields?.Contains("System.RevisedDate", StringComparer.OrdinalIgnoreCase) != false)
            {
                json["System.RevisedDate"] = AzureFields.Moment(revision.Rev < item.Revisions.Length ? item.Revisions[revision.Rev].At : AzureUpdate.Never);
            }

            return new JsonObject { ["id"] = item.Id, ["rev"] = revision.Rev, ["fields"] = json };
        });
        var last = entries.Count > 0 ? entries[^1] : default;
        var token = string.Create(CultureInfo.InvariantCulture, $"{reached};{last.Id};{last.Rev}");
        return Batch(call, "workItemRevisions", values, token, isLast);

        bool IsWanted(RevisionEntry entry)
        {
            if (entry.At < since || call.Site.Find(entry.Id) is not { } item || (item.IsDeleted && !includeDeleted) || entry.Rev > item.Steps.Length
                || (latestOnly && entry.Rev < item.Steps.Length))
            {
                return false;
            }

            return (project is null || project.Equals(item.Revisions[entry.Rev - 1].Fields["System.TeamProject"]))
                && types?.Contains((string)item.Revisions[entry.Rev - 1].Fields["System.WorkItemType"], StringComparer.OrdinalIgnoreCase) != false;
        }

        bool IsField(string name) => fields is not null
            ? fields.Contains(name, StringComparer.OrdinalIgnoreCase)
            : !AzureFields.Extended.Contains(name, StringComparer.Ordinal) && (isLong || !AzureFields.LongTexts.Contains(name, StringComparer.Ordinal));
    }

    private static Answer Links(AzureCall call)
    {
        var (place, since) = Start(call);
        var project = call.Project;
        var (entries, reached, isLast) = call.Site.Feeds.Links.After(place, call.PageSize(BatchLimit, BatchLimit, "$maxPageSize"), IsWanted);
        var values = entries.Select(e => new JsonObject
        {
            ["rel"] = e.Rel,
            ["sourceId"] = e.SourceId,
            ["targetId"] = e.TargetId,
            ["changedDate"] = AzureFields.Moment(e.At),
            ["isActive"] = e.IsActive,
        });
        return Batch(call, "workItemLinks", values, reached.ToString(CultureInfo.InvariantCulture), isLast);

        bool IsWanted(LinkEntry entry) => entry.At >= since && call.Site.Find(entry.SourceId) is { } source && call.Site.Find(entry.TargetId) is not null
            && (project is null || source.Project == project);
    }

    /// <summary>Where a batch begins: after the place of a token, or at a time.</summary>
    private static (int Place, DateTimeOffset Since) Start(AzureCall call)
    {
        var token = call.Text("continuationToken");
        if (call.Text("startDateTime") is { Length: > 0 } text)
        {
            if (!string.IsNullOrEmpty(token))
            {
                throw AzureRefusal.BadRequest("VS403600: The startDateTime parameter cannot be used together with a continuation token.");
            }

            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var since)
                ? (0, since)
                : throw AzureRefusal.BadRequest($"The value '{text}' of 'startDateTime' is no date.");
        }

        if (string.IsNullOrEmpty(token))
        {
            return (0, DateTimeOffset.MinValue);
        }

        return int.TryParse(token.Split(';')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? (place, DateTimeOffset.MinValue)
            : throw AzureRefusal.BadRequest($"VS403601: The continuation token '{token}' is not valid.");
    }

    /// <summary>A batch with the address of the next one, which asks again for all that was asked.</summary>
    private static Answer Batch(AzureCall call, string resource, IEnumerable<JsonObject> values, string token, bool isLast)
    {
        var asked = call.Query.Where(q => q.Key is not ("continuationToken" or "startDateTime")).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
        var query = QueryString.Create(asked.Prepend(new("continuationToken", token)));
        var path = (call.Project is { } project ? project.Id + "/" : string.Empty) + "_apis/wit/reporting/" + resource;
        return Answer.Ok(new JsonObject
        {
            ["values"] = new JsonArray([.. values]),
            ["nextLink"] = call.Site.Url(path + query),
            ["continuationToken"] = token,
            ["isLastBatch"] = isLast,
        });
    }
}
