using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>An item that a rule passes, or one that it finds: read by the tests, the catalogue page and the report.</summary>
/// <param name="Name">What is shown, in a few words.</param>
/// <param name="Title">The item's title.</param>
/// <param name="Description">The item's description as plain text; empty for none.</param>
/// <param name="Kind">The item's kind.</param>
public sealed record Example(string Name, string Title, string Description = "", WorkItemKind Kind = WorkItemKind.Story)
{
    /// <summary>ISO 639-1 code of the language it is written in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What else is known of the item: comments, links, a priority.</summary>
    public ImmutableArray<ExampleFact> Facts { get; init; } = [];

    /// <summary>The item above it; null where there is none.</summary>
    public Example? Parent { get; init; }

    /// <summary>Other items under the same parent, in the order of the backlog; a bare title will do.</summary>
    public ImmutableArray<Example> Beside { get; init; } = [];

    /// <summary>Items right below it: sub-tasks, or what stands in an epic; a bare title will do.</summary>
    public ImmutableArray<Example> Below { get; init; } = [];

    /// <summary>The sprints there are, oldest first; facts name them.</summary>
    public ImmutableArray<ExampleSprint> Sprints { get; init; } = [];

    /// <summary>What is promised for it and what the forecast says; null where nothing is.</summary>
    public DueOutlook? Outlook { get; init; }

    /// <summary>The epics that were finished; empty where the rule asks for none.</summary>
    public ImmutableArray<ShippedEpic> Shipped { get; init; } = [];

    /// <summary>An item of which only the title matters.</summary>
    public static implicit operator Example(string title) => FromString(title);

    /// <summary>An item of which only the title matters.</summary>
    public static Example FromString(string title) => new("", title);

    /// <summary>What stands around it, a line each, for the catalogue.</summary>
    internal IEnumerable<string> Around() =>
    [
        .. Facts.Select(f => f.Says),
        .. Parent is { } parent ? [$"below: {parent.InOneLine()}"] : Array.Empty<string>(),
        .. Named("beside it", Beside),
        .. Named("in it", Below),
        .. Outlook is { } due ? [FormattableString.Invariant($"due on {due.Due:yyyy-MM-dd}; {Math.Round(20 * due.Chance)} of 20 futures have it done by then")] : Array.Empty<string>(),
        .. Shipped.Select(e => FormattableString.Invariant($"{e.Key} was finished {e.Days} days ago; {(e.Told ? "somebody told what came of it" : "nobody told what came of it")}")),
        .. Sprints.Select(s => $"{s.Name} ({s.Phase.ToString().ToLowerInvariant()}): {(s.Goal is null ? "no goal" : $"goal “{s.Goal}”")}"),
    ];

    // Items in a row that say the same but for their number are told as one.
    private static IEnumerable<string> Named(string where, ImmutableArray<Example> others)
    {
        var counted = others.GroupBy(o => Bare(o.InOneLine()), StringComparer.Ordinal);
        return counted.Select(g => g.Count() > 3 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{where}, {g.Count()} items: {g.First().InOneLine()}, and so on") : null)
            .Zip(counted, (many, g) => many is null ? g.Select(o => $"{where}: {o.InOneLine()}") : [many]).SelectMany(l => l);
    }

    private static string Bare(string line) => string.Concat(line.Where(c => !char.IsAsciiDigit(c)));

    private string InOneLine() => string.Join("; ", new[] { Title, Description.ReplaceLineEndings(" / ") }.Concat(Facts.Select(f => f.Says)).Where(t => t.Length > 0));
}

/// <summary>A sprint of an example.</summary>
/// <param name="Name">Its name, and its id.</param>
/// <param name="Goal">Its goal; null where it has none.</param>
/// <param name="Phase">Where it stands.</param>
public sealed record ExampleSprint(string Name, string? Goal, SprintPhase Phase = SprintPhase.Active);
