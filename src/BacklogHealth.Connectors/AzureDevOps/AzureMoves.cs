using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// What has moved, for the whole organisation. An item that has a new revision is stamped with its number, which is the stamp of a fetched item too.
/// An item whose links changed has no new revision by that, so it gets a stamp that no fetched item has, and is fetched.
/// </summary>
internal sealed class AzureMoves
{
    private readonly AzureSite _site;
    private readonly Dictionary<long, string> _revisions = [];
    private readonly Dictionary<long, string> _links = [];

    private AzureMoves(AzureSite site, AzureCursor cursor) => (_site, Cursor) = (site, cursor);

    /// <summary>Where the records stand.</summary>
    public AzureCursor Cursor { get; private set; }

    /// <summary>The stamp of an item; null where it has not moved.</summary>
    public string? StampOf(long id) => LinkStampOf(id) ?? _revisions.GetValueOrDefault(id);

    /// <summary>The stamp of an item whose links changed; null where they did not.</summary>
    public string? LinkStampOf(long id) => _links.GetValueOrDefault(id);

    /// <summary>Reads on from a cursor; null where one of its tokens is not accepted any more.</summary>
    public static async Task<AzureMoves?> Since(AzureSite site, AzureCursor cursor, CancellationToken cancellation)
    {
        var moves = new AzureMoves(site, cursor);
        if (await AzureFeed.Revisions.From(site, cursor.Revisions, moves.Revised, cancellation) is not { } revisions
            || await AzureFeed.Links.From(site, cursor.Links, moves.Linked, cancellation) is not { } links)
        {
            return null;
        }

        moves.Cursor = cursor with { Revisions = revisions, Links = links };
        return moves;
    }

    /// <summary>Reads on from a time of the service.</summary>
    public static async Task<AzureMoves> Since(AzureSite site, DateTimeOffset since, CancellationToken cancellation)
    {
        var moves = new AzureMoves(site, new(since, "", ""));
        var revisions = await AzureFeed.Revisions.Since(site, since, moves.Revised, cancellation);
        moves.Cursor = moves.Cursor with { Revisions = revisions, Links = await AzureFeed.Links.Since(site, since, moves.Linked, cancellation) };
        return moves;
    }

    private static long? Id(JsonElement entry, string name) => long.TryParse(entry.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private void Revised(JsonElement entry)
    {
        var id = Id(entry, "id") ?? throw _site.Incomplete("the record of revisions gave an item without an id. Expected an id for every item.");
        _revisions[id] = entry.Text("rev") ?? throw _site.Incomplete(FormattableString.Invariant($"the record of revisions gave item {id} without a revision. Expected one for every item."));
    }

    private void Linked(JsonElement entry)
    {
        // Servers differ in where they put the two ends.
        var attributes = entry.Get("attributes") ?? entry;
        foreach (var end in (ReadOnlySpan<string>)["sourceId", "targetId"])
        {
            if ((Id(entry, end) ?? Id(attributes, end)) is { } id)
            {
                _links[id] = $"links {entry.Text("changedDate") ?? attributes.Text("changedDate")}";
            }
        }
    }
}
