using System.Collections.Immutable;
using System.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>One rule as data, for the command line and JSON.</summary>
/// <param name="Id">Its id, for example <c>CL003</c>.</param>
/// <param name="Criterion">What it looks at, by the name that JSON gives it.</param>
/// <param name="Title">The remedy, as an imperative.</param>
/// <param name="Rationale">Why it matters, in a sentence.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="SourceNote">What of the source it rests on, and how far.</param>
/// <param name="Severity">How much its findings count, in lower case.</param>
/// <param name="Points">The most it takes from a score, 0 to 100.</param>
/// <param name="Feeds">The score it takes from, in lower case.</param>
/// <param name="AppliesTo">The kinds of item it makes sense for.</param>
/// <param name="Good">Items that it passes, two or more.</param>
/// <param name="Bad">Items that it finds, two or more.</param>
public sealed record RuleEntry(
    string Id, string Criterion, string Title, string Rationale, string Source, string SourceNote, string Severity, int Points, string Feeds,
    ImmutableArray<string> AppliesTo, ImmutableArray<Example> Good, ImmutableArray<Example> Bad)
{
    /// <summary>How often it was right when its findings were read; null where nobody has counted yet.</summary>
    public Reading? Reading { get; init; }
}

/// <summary>The rule book as data and as a page: made from the rules, so that it is never out of date.</summary>
public static class RuleCatalogue
{
    /// <summary>All rules in the order of the book.</summary>
    public static ImmutableArray<RuleEntry> Of(RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. book.Rules.Select(Of)];
    }

    /// <summary>One rule.</summary>
    public static RuleEntry Of(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new RuleEntry(
            rule.Id, rule.Criterion.Name(), rule.Title, rule.Rationale, rule.Source.Name, rule.Source.Note,
            rule.Severity.ToString().ToLowerInvariant(), rule.Points, rule.Feeds.ToString().ToLowerInvariant(),
            [.. Enum.GetValues<WorkItemKind>().Where(rule.AppliesTo).Select(k => k.ToString())], rule.Good, rule.Bad)
        {
            Reading = rule.Reading,
        };
    }

    /// <summary>The page of all rules, in Markdown with line feeds only.</summary>
    public static string Markdown(RuleBook book)
    {
        var page = new StringBuilder("# Rules\n\nClarity starts at 60, and higher for what an item says: a story, task or epic for how it will be checked (15), its reason (10), an example (10) and who wants it (5); a bug for its steps (20), what was expected (10) and a log, code or picture (10); a spike for its question (20) and its end (20). Slicing starts where the size of the item puts it among the estimated items of its team: 100 for the smallest, 20 for the largest, 60 for the middle, and 60 for an item without an estimate or in a team with fewer than 10. A finding takes points; hints (info) take none; no score falls below 0. What a rule takes for words falls with the length of the text.\n\n");
        page.Append("| id | title | criterion | feeds | points, at most | severity |\n|---|---|---|---|---|---|\n");
        var entries = Of(book);
        foreach (var rule in entries)
        {
            page.Append(FormattableString.Invariant($"| {rule.Id} | {rule.Title} | {rule.Criterion} | {rule.Feeds} | {rule.Points} | {rule.Severity} |\n"));
        }

        foreach (var rule in entries)
        {
            page.Append(FormattableString.Invariant($"\n## {rule.Id} {rule.Title}\n\n{rule.Rationale}\n\n"));
            page.Append(FormattableString.Invariant($"- Criterion: {rule.Criterion}\n- Takes at most {rule.Points} points from {rule.Feeds}; severity {rule.Severity}\n"));
            page.Append(FormattableString.Invariant($"- Applies to: {string.Join(", ", rule.AppliesTo)}\n- Source: {rule.Source} ({rule.SourceNote})\n"));
            page.Append(rule.Reading is { } read
                ? FormattableString.Invariant($"- Right {read.Right} of {read.Findings} times when its findings were read: {read.On}\n")
                : "- Its findings have not been counted yet\n");
            Append(page, "Found", rule.Bad);
            Append(page, "Passed", rule.Good);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, string heading, ImmutableArray<Example> examples)
    {
        page.Append("\n### ").Append(heading).Append('\n');
        foreach (var example in examples)
        {
            page.Append(FormattableString.Invariant($"\n{example.Name} ({example.Kind}):\n\n```text\n{example.Title}\n"));
            if (example.Description.Length > 0)
            {
                page.Append('\n').Append(example.Description).Append('\n');
            }

            foreach (var line in example.Around())
            {
                page.Append(line).Append('\n');
            }

            page.Append("```\n");
        }
    }
}
