using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>
/// Items with content that has broken readers of trackers. Each carries a label, such as <c>unknown-nodes</c>, by which a test finds it.
/// Where a tracker would never write such content by itself, it is served raw.
/// </summary>
public static class HostileItems
{
    private const string Long = "A name that does not end ";

    /// <summary>Adds one of each to a project, all created at an instant.</summary>
    public static SampleBacklog AddHostileItems(this SampleBacklog backlog, string projectKey, DateTimeOffset at)
    {
        var before = backlog.Projects.First(p => p.Key == projectKey).Items.Length;
        var kinds = Kinds(at);
        var added = backlog.AddMany(projectKey, kinds.Length, at);
        var items = added.Projects.First(p => p.Key == projectKey).Items;
        for (var i = 0; i < kinds.Length; i++)
        {
            var (label, change) = kinds[i];
            added = added.With(items[before + i].Id, item => change(item with { Labels = [label], Title = "Hostile: " + label }));
        }

        var loop = items.Skip(before + kinds.Length - 2).Select(i => i.Id).ToList();
        return added
            .With(loop[0], i => i with { ParentId = loop[1] })
            .With(loop[1], i => i with { ParentId = loop[0], Links = [new SampleLink("relates to", i.Key), new SampleLink("blocks", items[before].Key)] });
    }

    /// <summary>Adds an item whose description is so many characters long.</summary>
    public static SampleBacklog AddHugeItem(this SampleBacklog backlog, string projectKey, DateTimeOffset at, int characters = 20_000_000) =>
        Added(backlog, projectKey, at, item => item with { Labels = ["huge"], Title = "Hostile: huge", Description = SampleText.Of(new string('x', characters)) });

    /// <summary>Adds an item with so many changes, a minute apart.</summary>
    public static SampleBacklog AddLongHistory(this SampleBacklog backlog, string projectKey, DateTimeOffset at, int changes) =>
        Added(backlog, projectKey, at, item => SampleEdits.WithHistory(
            backlog.Projects.First(p => p.Key == projectKey), item with { Labels = ["long-history"], Title = "Hostile: long history" }, changes));

    private static SampleBacklog Added(SampleBacklog backlog, string projectKey, DateTimeOffset at, Func<SampleItem, SampleItem> change)
    {
        var added = backlog.AddMany(projectKey, 1, at);
        return added.With(added.Projects.First(p => p.Key == projectKey).Items[^1].Id, change);
    }

    private static ImmutableArray<(string Label, Func<SampleItem, SampleItem> Change)> Kinds(DateTimeOffset at) =>
    [
        ("no-description", i => i with { Description = null }),
        ("empty-description", i => i with { Description = new SampleText([]) }),
        ("unknown-nodes", i => i with { RawFields = UnknownNodes() }),
        ("deep-nesting", i => i with { RawFields = DeepNesting(400) }),
        ("nul", i => i with { Title = "Before\0after", Description = SampleText.Of("A text with a \0 in it"), Comments = [Remark(i, at, "Pasted \0 from a log")] }),
        ("long-name", i => i with { Title = string.Concat(Enumerable.Repeat(Long, 20)), Labels = ["long-name", new string('l', 255)] }),
        ("emoji-and-marks", i => i with { Title = "Pay 👩‍👩‍👧‍👦 with n̈ and Z̷̡a̶l̸g̴o", Description = SampleText.Of("مرحبا بالعالم", "שלום עולם ‮reversed‬") }),
        ("lone-surrogate", i => i with { RawFields = Raw(("summary", "\"Half a \\ud83d pair\""), ("System.Title", "\"Half a \\ud83d pair\"")) }),
        ("impossible-dates", i => i with
        {
            RawFields = Raw(
                ("duedate", "\"10000-02-30\""), ("created", "\"0001-01-01T00:00:00.000+0000\""),
                ("Microsoft.VSTS.Scheduling.DueDate", "\"10000-02-30T00:00:00Z\""), ("System.CreatedDate", "\"0001-01-01T00:00:00Z\"")),
        }),
        ("null-fields", i => i with
        {
            RawFields = Raw(
                ("priority", "null"), ("reporter", "null"), ("labels", "null"), ("issuelinks", "null"), ("fixVersions", "null"),
                ("System.Reason", "null"), ("System.CreatedBy", "null"), ("Microsoft.VSTS.Common.Priority", "null")),
        }),
        ("other-language", i => i with { Title = "支払い方法を追加する", Description = SampleText.Of("利用者はコンビニで支払える。") }),
        ("template", i => i with { Description = SampleText.Of("As a <role> I want <goal> so that <reason>.") }),
        ("stack-trace", i => i with
        {
            Description = new SampleText([new(SampleBlockKind.Code, string.Concat(Enumerable.Range(1, 200).Select(n => FormattableString.Invariant($"   at Shop.Pay.Step{n}()\n"))))]),
        }),
        ("parent-loop", i => i),
        ("self-link", i => i),
    ];

    private static SampleComment Remark(SampleItem item, DateTimeOffset at, string text) => new(item.Id + "1", SampleEdits.Editor, at, SampleText.Of(text));

    private static ImmutableDictionary<string, string> Raw(params (string Field, string Json)[] fields) =>
        fields.ToImmutableDictionary(f => f.Field, f => f.Json, StringComparer.Ordinal);

    private static ImmutableDictionary<string, string> UnknownNodes() => Raw(
        ("cloud:description", """
            {"type":"doc","version":1,"content":[{"type":"panel","attrs":{"panelType":"note"},"content":[{"type":"paragraph","content":[{"type":"text","text":"Inside a panel"}]}]},
            {"type":"expand","attrs":{"title":"More"},"content":[{"type":"paragraph","content":[{"type":"text","text":"Inside an expand"}]}]},
            {"type":"hologram","content":[{"type":"text","text":"Inside a node of the future","marks":[{"type":"glow"}]}]},{"type":"paragraph"},{"text":"No type"},null,7]}
            """),
        ("System.Description", "\"<hologram><p>Inside a tag of the future<p>never closed &amp &#xD800; <a href='javascript:alert(1)'>link</a><script>alert(1)</script>\""));

    private static ImmutableDictionary<string, string> DeepNesting(int depth) => Raw(
        ("cloud:description", "{\"type\":\"doc\",\"version\":1,\"content\":[" + string.Concat(Enumerable.Repeat("{\"type\":\"blockquote\",\"content\":[", depth))
            + "{\"type\":\"text\",\"text\":\"At the bottom\"}" + string.Concat(Enumerable.Repeat("]}", depth)) + "]}"),
        ("System.Description", "\"" + string.Concat(Enumerable.Repeat("<blockquote>", 10 * depth)) + "At the bottom\""));
}
