using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// Finds when somebody last looked into each item. Changes of rank and sprint alone do not tell that, nor do bulk edits: many items changed within
/// the same minute by the same author. Feed it all items once, then ask.
/// </summary>
internal sealed class Touches
{
    /// <summary>From so many items in a minute on, it is a bulk edit.</summary>
    private const int Bulk = 10;

    // So many of an item's latest touches are kept: more bulk edits in a row are not looked behind.
    private const int MostKept = 8;

    private readonly Dictionary<(long Minute, string Author), int> _items = [];
    private readonly Dictionary<string, (DateTimeOffset? Created, Touch[] Latest)> _touched = new(StringComparer.Ordinal);

    /// <summary>Reads an item's history; an item that comes twice counts the first time.</summary>
    public void Add(WorkItem item)
    {
        var latest = Latest(item);
        if (!_touched.TryAdd(item.Id, (item.HistoryComplete ? item.Created : null, latest)))
        {
            return;
        }

        foreach (var touch in latest)
        {
            _items[touch.Minute] = _items.GetValueOrDefault(touch.Minute) + 1;
        }
    }

    /// <summary>
    /// When an item was last looked into; its creation where never, or where all later touches were bulk edits; null where its history is not whole,
    /// since its creation may then be no more than its place in a file.
    /// </summary>
    public DateTimeOffset? LastOf(string id)
    {
        var (created, latest) = _touched[id];
        foreach (var touch in latest)
        {
            if (_items[touch.Minute] < Bulk)
            {
                return touch.At;
            }
        }

        return latest.Length == MostKept ? latest[^1].At : created;
    }

    // Newest first, one a minute and author.
    private static Touch[] Latest(WorkItem item)
    {
        if (item.Changes.IsEmpty && item.Comments.IsEmpty)
        {
            // No history: the tracker's own date of change is all there is.
            return item.Updated > item.Created ? [new Touch(item.Updated, "")] : [];
        }

        var latest = new List<Touch>(MostKept);
        var (change, comment) = (item.Changes.Length - 1, item.Comments.Length - 1);
        while (latest.Count < MostKept && (change >= 0 || comment >= 0))
        {
            var isChange = comment < 0 || (change >= 0 && item.Changes[change].At >= item.Comments[comment].At);
            if (isChange && item.Changes[change].Field is FieldNames.Rank or FieldNames.Sprint)
            {
                change--;
                continue;
            }

            var touch = isChange ? new Touch(item.Changes[change].At, item.Changes[change].AuthorId ?? "") : new Touch(item.Comments[comment].At, item.Comments[comment].AuthorId ?? "");
            if (!latest.Exists(t => t.Minute == touch.Minute))
            {
                latest.Add(touch);
            }

            (change, comment) = isChange ? (change - 1, comment) : (change, comment - 1);
        }

        return [.. latest];
    }

    private readonly record struct Touch(DateTimeOffset At, string Author)
    {
        public (long, string) Minute => (At.UtcTicks / TimeSpan.TicksPerMinute, Author);
    }
}
