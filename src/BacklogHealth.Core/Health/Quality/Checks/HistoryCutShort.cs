using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>The tracker cuts long histories, or a file has no dates.</summary>
internal sealed class HistoryCutShort : QualityCheck
{
    public override string Id => "history-cut-short";

    public override Sentence Name => $"History cut short";

    public override Sentence Meaning => $"The tracker gave less than the whole history of the item, or a file lacks its dates.";

    public override Sentence Effect => $"Its start or its finish may lie on another day than the one known.";

    public override Sentence Treatment => $"It is left out of cycle times; it counts as finished on the day that its history shows, and on no day where it shows none.";

    public override Sentence Remedy => $"Pull the team once with `sync --full`; in a file, fill created, started and resolved.";

    internal override Affected Look(QualityData data) => Affected.Among(data.All, $"item", $"items", f => !f.Item.Complete);
}
