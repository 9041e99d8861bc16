using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How items fared that were begun with something missing beside those that were begun without: by the Definition of Ready, then rule by rule.</summary>
internal sealed class WhatUnreadyItemsCost : ReportPart
{
    public override string Id => "unready";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var learned = report.Health.Learned;
        if (learned.Verdicts.IsEmpty)
        {
            yield break;
        }

        yield return new Heading(EffectWords.Title);
        yield return new Paragraph(EffectWords.Say(learned.ReadyEffect));
        var rules = Rules(learned);
        if (!rules.IsEmpty)
        {
            yield return new Paragraph(Found(rules));
            yield return Table.Of(
                [
                    new($"Rule", ColumnKind.Key), new($"What was missing"), new($"Items without it", ColumnKind.Number), new($"Items with it", ColumnKind.Number), new($"Times as long", ColumnKind.Number),
                    new($"99 % interval", ColumnKind.Number), new($"Took long without it", ColumnKind.Day), new($"Took long with it", ColumnKind.Day),
                ],
                rules.Select(e => Row(report, e)));
            yield return new Paragraph($"Took long: longer than 85 of 100 items had until then. Each rule is held against 99 % certainty, since of many rules one would stand out by luck.", Tone.Note);
        }

        if (!learned.Effects.IsEmpty)
        {
            yield return new Paragraph($"This tells what went together, not what would have happened otherwise: items that were begun unready may differ from the others in more than that.", Tone.Note);
        }
    }

    public override JsonObject? Numbers(ReportContext report) => report.Health.Learned.Verdicts.IsEmpty ? null : new()
    {
        ["effects"] = new JsonArray([.. report.Health.Learned.Effects.Select(e => new JsonObject
        {
            ["rule"] = e.Finding, ["with"] = e.With, ["without"] = e.Without, ["ratio"] = Rounded(e.Ratio), ["from"] = Rounded(e.From), ["to"] = Rounded(e.To), ["certainty"] = e.Certainty,
            ["strayedWith"] = Strayed(e.StrayedWith), ["strayedWithout"] = Strayed(e.StrayedWithout),
        })]),
    };

    /// <summary>The single rules, those first that luck is hardly behind, then by how much longer their items took.</summary>
    private static ImmutableArray<StartEffect> Rules(OwnModels learned) =>
        [.. learned.Effects.Where(e => e.Finding is not null).OrderBy(e => !StandsOut(e)).ThenByDescending(e => Math.Round(e.Ratio, 2)).ThenBy(e => e.Finding, StringComparer.Ordinal)];

    private static bool StandsOut(StartEffect effect) => effect.From > 1 || effect.To < 1;

    private static Sentence Found(ImmutableArray<StartEffect> rules) => (rules.Count(StandsOut), rules.Length) switch
    {
        (0, 1) => $"One single rule could be compared, and luck alone may be behind what it shows.",
        (0, var all) => $"{all} single rules could be compared; of none do we know that more than luck is behind it.",
        (1, 1) => $"One single rule could be compared, and luck is hardly behind what it shows.",
        var (some, all) => $"{all} single rules could be compared; behind {some} of them luck hardly is: {some:it stands|they stand} first.",
    };

    private static Sentence[] Row(ReportContext report, StartEffect effect)
    {
        Sentence ratio = $"{Math.Round(effect.Ratio, 2):0.00}";
        return
        [
            Sentence.Data(effect.Finding!), Sentence.Data(Missing(report, effect.Finding!)), effect.With, effect.Without,
            StandsOut(effect) ? $"**{ratio}**" : ratio, $"{effect.From:0.00}–{effect.To:0.00}", Of(effect.StrayedWith), Of(effect.StrayedWithout),
        ];
    }

    // A rule's own title is English; what it misses has a name in every language.
    private static string Missing(ReportContext report, string rule) =>
        FindingText.For(report.Health.Language).Missing(new Finding(rule, Severity.Info, 0, Score.Clarity, ImmutableSortedDictionary<string, string>.Empty, []));

    private static Sentence Of(Share share) => share.Of == 0 ? Sentence.None : $"{share.Times} of {share.Of}";

    private static JsonObject Strayed(Share share) => new() { ["times"] = share.Times, ["of"] = share.Of };

    private static double Rounded(double value) => Math.Round(value, 4);
}
