using System.Text.Json.Nodes;
using BacklogHealth.Core.Forecasting.Sprints;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How a running sprint will end, as a finding and what it rests on.</summary>
internal static class SprintInWords
{
    /// <summary>A heading and the lines below it.</summary>
    public static IEnumerable<Block> Blocks(SprintOutlook said)
    {
        var (now, left) = (said.Now, said.Now.ItemsLeft);
        var all = now.Done + left;
        var name = Say.Clean(now.Name);
        if (all == 0)
        {
            yield return new Heading($"{name} holds no item");
            yield break;
        }

        if (left == 0)
        {
            yield return new Heading($"Everything in {name} is done, {all:# item|# items}");
            yield break;
        }

        Sentence found = $"{name}: {left} of {all:# item|# items} {left:is|are} left";
        if (said.Chance is not { } chance)
        {
            yield return new Heading(found);
            yield return new Paragraph($"How many are carried over cannot be said yet. {said.WhyNot}");
            yield break;
        }

        var most = said.AtMost(0.85);
        yield return new Heading($"{found}; 17 of 20 such sprints {CarryOver(most, said.AtLeast(0.85), left)}");
        yield return new Paragraph(Sentence.Join(
            now.LastDay is { } last ? (Sentence)$"Chance that everything is done by {last}: {chance:%}." : $"Chance that everything is done by its end: {chance:%}.",
            most > 0 && said.AtMost(0.5) is var half && half < most ? $"In 10 of 20 such sprints, at most {half}." : Sentence.None));
        yield return new Paragraph($"{SprintEvidence.Say(said)}", Tone.Note);
    }

    private static Sentence CarryOver(int most, int least, int left) =>
        most == 0 ? (Sentence)$"end with all of them done"
        : most < left ? $"carry over at most {most} of them"
        : least == left ? $"carry over all of them"
        : least > 0 ? $"carry over at least {least} of them"
        : (Sentence)$"carry over any number of them";

    /// <summary>The numbers behind it.</summary>
    public static JsonObject Numbers(SprintOutlook said) => new()
    {
        ["sprint"] = said.Now.Name,
        ["done"] = said.Now.Done,
        ["left"] = said.Now.ItemsLeft,
        ["chance"] = said.Chance,
        ["atMost50"] = said.Chance is null ? null : said.AtMost(0.5),
        ["atMost85"] = said.Chance is null ? null : said.AtMost(0.85),
        ["whyNot"] = said.WhyNot?.ToString(),
    };
}
