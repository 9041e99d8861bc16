using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>What no board shows: items that our account may not see, and states that the workflow has no place for.</summary>
internal sealed class HiddenFromTheBoard : QualityCheck
{
    public override string Id => "hidden-from-the-board";

    public override Sentence Name => $"Hidden from the board";

    public override Sentence Meaning => $"The account cannot see the item any more, or the item is in a state that the workflow does not name.";

    public override Sentence Effect => $"It is missing in the backlog and in throughput, or stands where it stood before.";

    public override Sentence Treatment => $"What cannot be seen is kept and left out of all numbers; in a state that the workflow does not name, an item counts as it did in the state before.";

    public override Sentence Remedy => $"Let the account see the item; say under `Workflow` in the settings what the state means.";

    internal override Affected Look(QualityData data)
    {
        var unseen = data.Facts.Invisible.Where(i => i.Created < data.AsOf && i.Since < data.AsOf).Select(i => i.Key).ToImmutableArray();
        return new Affected(data.All.Where(f => data.States(f).TakeLast(1).Any(s => !s.Mapped)), data.All.Length + unseen.Length, $"item", $"items") { OtherKeys = unseen };
    }
}
