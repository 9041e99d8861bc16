using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog.History;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog.Starts;

/// <summary>Writes the texts of finished items around what the files say of them: as they were when work began, and as an edit left them.</summary>
internal sealed class StartTexts(Phrases phrases)
{
    private static readonly ImmutableArray<string> Headings = ["Acceptance criteria", "Acceptance criteria", "AC", "Done when"];

    /// <summary>What it is about, why, and how it will be checked.</summary>
    public SampleText Clear(ItemSeed item, EpicSeed epic, Chance chance)
    {
        var own = Own(item);
        return new SampleText(item.Type switch
        {
            "Bug" => [.. own, Row(SampleBlockKind.Numbered, "step", chance), Row(SampleBlockKind.Numbered, "step", chance), Labelled("Expected", chance), Labelled("Actual", chance)],
            "Spike" => [.. own, Paragraph("answer to find", chance), Paragraph("time box", chance)],
            _ =>
            [
                .. own,
                epic.Reasons.IsEmpty || chance.Happens(0.6) ? Paragraph("because", chance) : Reason(epic, chance),
                new SampleBlock(SampleBlockKind.Heading, chance.Pick(Headings), Level: 3),
                .. Enumerable.Range(0, chance.Happens(0.5) ? 3 : 4).Select(_ => Check(epic, chance)),
            ],
        });
    }

    /// <summary>A title and a wish, or less. Null where nothing but the title was there.</summary>
    public SampleText? Unclear(ItemSeed item, Chance chance)
    {
        var vague = item.Type == "Bug" ? "vague fault" : "vague";

        // What the files say of research is its question and its time: that would be clear.
        var own = item.Type == "Spike" ? [] : Own(item);
        return chance.Unit() switch
        {
            < 0.2 => null,
            < 0.5 => new SampleText([Paragraph(vague, chance)]),
            < 0.65 => new SampleText([Paragraph(vague, chance), Paragraph("vague", chance)]),
            < 0.85 => new SampleText([.. own, Paragraph(vague, chance)]),
            _ => new SampleText([.. own, Paragraph("open", chance)]),
        };
    }

    /// <summary>A clear text with one thing said that it had left out, or said otherwise.</summary>
    public SampleText Altered(SampleText text, EpicSeed epic, Chance chance)
    {
        var last = text.Blocks[^1];
        return new SampleText(last.Kind == SampleBlockKind.Bullet && chance.Happens(0.6)
            ? [.. chance.Happens(0.5) ? text.Blocks : text.Blocks.RemoveAt(text.Blocks.Length - 1), Check(epic, chance)]
            : [.. text.Blocks, Paragraph("added", chance)]);
    }

    private static ImmutableArray<SampleBlock> Own(ItemSeed item) => item.Description?.Blocks ?? [];

    private SampleBlock Check(EpicSeed epic, Chance chance) =>
        new(SampleBlockKind.Bullet, epic.Checks.IsEmpty || chance.Happens(0.35) ? phrases.Say("check", chance) : phrases.Say(epic.Checks, chance));

    private SampleBlock Reason(EpicSeed epic, Chance chance) => new(SampleBlockKind.Paragraph, "Wanted " + Lower(phrases.Say(epic.Reasons, chance)));

    private SampleBlock Labelled(string label, Chance chance) =>
        new(SampleBlockKind.Paragraph, $"{label}: {Lower(phrases.Say(label == "Expected" ? "expected" : "actual", chance))}");

    private SampleBlock Paragraph(string section, Chance chance) => Row(SampleBlockKind.Paragraph, section, chance);

    private SampleBlock Row(SampleBlockKind kind, string section, Chance chance) => new(kind, phrases.Say(section, chance));

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
