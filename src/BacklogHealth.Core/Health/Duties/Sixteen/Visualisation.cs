using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>People understand the same where they see the same: an example, a table, a picture.</summary>
internal sealed class Visualisation : Duty
{
    public override int Id => 4;

    public override Sentence Name => $"shared understanding by visualisation";

    public override Sentence Trap => $"A screenshot of an error shows no idea, a link may be dead, and pictures may be kept in a design tool.";

    public override Sentence Avoided => $"Bugs are left out, linked pages and designs count as pictures, and no link is followed.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        var items = data.Open.Where(i => i.Item.Kind != WorkItemKind.Bug).ToList();
        yield return RuleMeasure.Without(data, "items-with-picture", $"open items with a picture, or in no need of one", items, $"open items without bugs", "RD008");
        yield return RuleMeasure.Without(data, "items-with-example", $"open items with an example, or in no need of one", items, $"open items without bugs", "RD002");
        yield return RuleMeasure.Without(data, "ready-items-with-example", $"ready items that lack neither an example nor a picture", items.Where(i => i.Ready.IsReady), $"ready items without bugs", "RD002", "RD008");
    }
}
