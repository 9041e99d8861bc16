using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog.History;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog.Starts;

/// <summary>
/// Gives each finished item the text with which it was started and what became of it after. The text is drawn before the fate, and the fate asks
/// only whether it is unclear: so a team's rates are all that ties one to the other. What a file says happened, happens.
/// </summary>
internal sealed class FatePlan(TeamPlan team, int seed)
{
    private readonly Phrases _phrases = new(team);

    /// <summary>The epics with their finished items so planned; what is open stays as it is.</summary>
    public ImmutableArray<EpicSeed> Give(ImmutableArray<EpicSeed> epics) =>
        [.. epics.Select(e => e with { Items = [.. e.Items.Select(i => i.State == SeedState.Done ? Give(i, e) : i)] })];

    private ItemSeed Give(ItemSeed item, EpicSeed epic)
    {
        var rates = team.Fates;
        var chance = Chance.For(seed, $"{item.Type} {epic.Title} {item.Title} plan");
        var written = Written(item);
        if (IsSettled(item))
        {
            return Started(item, !HasRows(item.OldDescription ?? item.Description), written);
        }

        var texts = new StartTexts(_phrases);
        var isUnclear = chance.Happens(written == Fate.None ? rates.Unclear : rates.UnclearOfFated);
        var text = isUnclear ? texts.Unclear(item, chance) : texts.Clear(item, epic, chance);
        var fate = written != Fate.None ? written : chance.Happens(isUnclear ? rates.IfUnclear : rates.IfClear) ? AnyFate(chance) : Fate.None;
        var made = Started(item with { Description = text }, isUnclear, fate);
        if (written != Fate.None)
        {
            return made;
        }

        if (fate.HasFlag(Fate.Edited))
        {
            made = made with { OldDescription = text, BeganEmpty = text is null, Description = isUnclear ? texts.Clear(item, epic, chance) : texts.Altered(text!, epic, chance) };
        }

        return made with { WasSentBack = fate.HasFlag(Fate.SentBack), Comments = Comments(item, fate, chance) };
    }

    private ItemSeed Started(ItemSeed item, bool isUnclear, Fate fate) =>
        item with { Start = new ItemStart(isUnclear, fate), CycleFactor = isUnclear ? team.Fates.UnclearCycle : team.Fates.ClearCycle };

    /// <summary>What a file says of an edit, a question or a return while it was worked on.</summary>
    private static Fate Written(ItemSeed item) =>
        (item.OldTitle is not null || HasOtherWords(item.OldDescription, item.Description) ? Fate.Edited : Fate.None)
        | (item.Comments.Any(c => c.After is null && (c.Text.EndsWith('?') || c.Text.Contains("? ", StringComparison.Ordinal))) ? Fate.Questioned : Fate.None)
        | (item.WasReopened ? Fate.SentBack : Fate.None);

    // A tick changes no word.
    private static bool HasOtherWords(SampleText? before, SampleText? now) =>
        before is not null && !before.Blocks.Select(b => b.Text).SequenceEqual(now?.Blocks.Select(b => b.Text) ?? [], StringComparer.Ordinal);

    /// <summary>Where a file has written out the whole text, or an edit of it, nothing is added.</summary>
    private static bool IsSettled(ItemSeed item) => item.OldTitle is not null || item.OldDescription is not null || HasRows(item.Description);

    private static bool HasRows(SampleText? text) => text?.Blocks.Any(b => b.Kind is not (SampleBlockKind.Paragraph or SampleBlockKind.Quote or SampleBlockKind.Code)
        || b.Text.StartsWith("Expected:", StringComparison.Ordinal)) == true;

    private static Fate AnyFate(Chance chance) => chance.Unit() switch
    {
        < 0.36 => Fate.Edited,
        < 0.7 => Fate.Questioned,
        < 0.84 => Fate.SentBack,
        < 0.95 => Fate.Questioned | Fate.Edited,
        _ => Fate.SentBack | Fate.Questioned,
    };

    /// <summary>A question stands behind what was said while it was worked on; some are answered there, most at the desk. A remark here and there asks nothing.</summary>
    private ImmutableArray<CommentSeed> Comments(ItemSeed item, Fate fate, Chance chance)
    {
        string[] said = fate.HasFlag(Fate.Questioned)
            ? chance.Happens(0.4) ? [_phrases.Say("question", chance), _phrases.Say("answer", chance)] : [_phrases.Say("question", chance)]
            : chance.Happens(0.08) ? [_phrases.Say("remark", chance)] : [];
        return [.. item.Comments.Where(c => c.After is null), .. said.Select(s => new CommentSeed(s)), .. item.Comments.Where(c => c.After is not null)];
    }
}
