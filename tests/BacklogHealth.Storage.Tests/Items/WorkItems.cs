using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;
using CsCheck;

namespace BacklogHealth.Storage.Tests.Items;

/// <summary>Work items of every shape, and how two are told apart.</summary>
internal static class WorkItems
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Const(""), Gen.String[Gen.Char['a', 'z'], 1, 12], Gen.OneOf<string>("naïve café", "👩‍🚀 ready", "שלום", "a,b c;d", "'; DROP TABLE item; --", "\"quoted\" \\ back", "tab\there"));

    private static readonly Gen<string> Name = Gen.String[Gen.Char['a', 'z'], 1, 8];

    private static readonly Gen<DateTimeOffset> Time = Gen.Long[A.Time("2001-01-01").Ticks, A.Time("2031-01-01").Ticks].Select(t => new DateTimeOffset(t, TimeSpan.Zero));

    private static readonly Gen<StructuredText> Text = Gen.OneOf(
        Gen.Const(StructuredText.Empty),
        Gen.Select(Gen.Enum<TextKind>(), Words, Words, Gen.Int[0, 6]).Select((kind, block, link, level) =>
            new StructuredTextBuilder().Block(kind, level, "- ").Append(block).Inline(TextKind.Link, link, "https://a.example/?q=1 2;3").Block(TextKind.Paragraph).Append("End").Build()));

    private static readonly Gen<FieldValue?> Value = Gen.OneOf(
        Gen.Const((FieldValue?)null), Gen.Select(Words, Name.Null()).Select((t, id) => (FieldValue?)new FieldValue(t, id)), Text.Select(t => (FieldValue?)FieldValue.Of(t)));

    private static readonly Gen<FieldChange> Change = Gen.Select(
        Time, Gen.OneOf<string>(FieldNames.State, FieldNames.Title, FieldNames.Sprint, FieldNames.Key, "Root cause"), Value, Value, Name.Null(),
        (at, field, from, to, author) => new FieldChange(at, field, from, to, author));

    // Some come in pairs at one instant, as where a move resets the state.
    private static readonly Gen<FieldChange[]> Changes = Gen.Select(Change.Array[0, 4], Gen.Bool).Select((changes, paired) =>
        paired ? [.. changes.Select((c, i) => i % 2 == 0 ? c : c with { At = changes[i - 1].At })] : changes);

    private static Gen<ImmutableArray<string>> Names => Words.Array[0, 3].Select(a => a.ToImmutableArray());

    /// <summary>Any work item.</summary>
    public static readonly Gen<WorkItem> Any =
        from id in Name
        from title in Words
        from description in Text
        from criteria in Text
        from kind in Gen.Enum<WorkItemKind>()
        from created in Time
        from updated in Time
        from points in Gen.Double[0, 100].Nullable()
        from texts in Words.Null().Array[6]
        from due in Gen.Int[730_000, 740_000].Select(DateOnly.FromDayNumber).Nullable()
        from lists in Names.Array[4]
        from changes in Changes
        from comments in Gen.Select(Name, Name.Null(), Time, Text, (i, who, at, what) => new Comment(i, who, at, what)).Array[0, 3]
        from links in Gen.Select(Words, Name, (r, o) => new ItemLink(r, o)).Array[0, 3]
        from other in Gen.Dictionary(Name, Words)[0, 3]
        from flags in Gen.Bool.Array[4]
        from later in Gen.Select(Names, Names, Words.Null(), Name.Null())
        select new WorkItem
        {
            Id = id,
            Key = "K-" + id,
            Project = "K",
            Type = "Story " + title,
            Kind = kind,
            Title = title,
            Description = description,
            AcceptanceCriteria = criteria,
            StateId = "s" + (title.Length % 3),
            OriginalState = "State " + (title.Length % 3),
            Created = created,
            Updated = updated,
            Stamp = updated.ToString("O"),
            ParentId = texts[0],
            ParentKey = texts[1],
            StoryPoints = points,
            Rank = texts[2],
            Priority = texts[3],
            Resolution = texts[4],
            Due = due,
            FixVersions = lists[0],
            Labels = lists[1],
            SprintIds = lists[2],
            Attachments = lists[3],
            Comments = [.. comments.OrderBy(c => c.At)],
            Links = [.. links],
            Changes = [.. changes.OrderBy(c => c.At)],
            HistoryComplete = flags[0],
            RemovedAt = flags[1] ? created.AddDays(3) : null,
            NotVisibleSince = flags[2] ? created.AddDays(2) : null,
            Flagged = flags[3],
            RemoteLinks = later.Item1,
            ReadingNotes = later.Item2,
            Team = later.Item3,
            AuthorId = later.Item4,
            OtherFields = other.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

    /// <summary>Every value of an item as a list, so that two items can be compared and a difference is named.</summary>
    public static IReadOnlyList<string> Told(WorkItem item)
    {
        static string Of(StructuredText t) => $"{t.Plain}|{t.EncodeSpans()}";
        static string Value(FieldValue? v) => v is null ? "-" : $"<{v.Text}|{v.Id ?? "-"}|{v.Structure ?? "-"}>";
        static string All(IEnumerable<string> list) => string.Join('\u001f', list);
        return
        [
            $"{item.Id} {item.Key} {item.Project} {item.Type} {item.Kind} {item.Title}", Of(item.Description), Of(item.AcceptanceCriteria),
            $"state {item.StateId} {item.OriginalState}", $"{item.Created:O} {item.Updated:O} {item.Stamp}", $"parent {item.ParentId ?? "-"} {item.ParentKey ?? "-"}",
            $"points {item.StoryPoints:R} rank {item.Rank ?? "-"} priority {item.Priority ?? "-"} resolution {item.Resolution ?? "-"} due {item.Due:O}",
            "versions " + All(item.FixVersions), "labels " + All(item.Labels), "sprints " + All(item.SprintIds), "attachments " + All(item.Attachments),
            "comments " + All(item.Comments.Select(c => $"{c.Id} {c.AuthorId ?? "-"} {c.At:O} {Of(c.Text)}")),
            "links " + All(item.Links.Select(l => $"{l.Relation}>{l.OtherKey}")),
            "changes " + All(item.Changes.Select(c => $"{c.At:O} {c.Field} {Value(c.From)} {Value(c.To)} {c.AuthorId ?? "-"}")),
            $"complete {item.HistoryComplete} removed {item.RemovedAt:O} hidden {item.NotVisibleSince:O}",
            $"flagged {item.Flagged} team {item.Team ?? "-"} author {item.AuthorId ?? "-"}", "remote links " + All(item.RemoteLinks), "notes " + All(item.ReadingNotes),
            "other " + All(item.OtherFields.Select(o => $"{o.Key}={o.Value}")),
        ];
    }
}
