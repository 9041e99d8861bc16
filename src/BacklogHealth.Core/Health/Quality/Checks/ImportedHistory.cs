using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>Items that came from elsewhere, already finished: see <see cref="ImportedItems"/>.</summary>
internal sealed class ImportedHistory : QualityCheck
{
    public override string Id => "imported-history";

    public override Sentence Name => $"Imported history";

    public override Sentence Meaning => $"The item was created with nine or more others, each within a minute of the one before, and all of them were finished at once or within an hour.";

    public override Sentence Effect => $"Its finish is that of the import, not that of the work: throughput would have a peak on that day.";

    public override Sentence Treatment => $"One that was created finished counts as finished on no day, since nothing says when it was; one that a later change finished counts on the day of that change.";

    public override Sentence Remedy => $"Nothing where the numbers suit; else import such items with their history, or keep them in a project of their own.";

    internal override Affected Look(QualityData data) => Affected.Among(data.Finished, $"finished item", $"finished items", f => f.Item.Imported);
}
