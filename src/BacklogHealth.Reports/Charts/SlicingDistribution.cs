using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Charts;

/// <summary>How many open items are how well cut.</summary>
internal sealed class SlicingDistribution(ScoreNumbers data) : ScoreDistribution(data)
{
    public override string Id => "slicing";

    public override Sentence Question => $"How small are the open items cut?";

    public override Sentence HowToRead => $"Each bar counts the open items of ten points of slicing: an item begins where its estimate puts it among the team's, at 60 without one, and findings on its size take from there. Bars below 50 are set apart.";

    public override Sentence Title => Data switch
    {
        { Scored: 1 } => $"The one open item scores {Data.Median!.Value} of 100 for slicing",
        { Median: 100 } => $"More than half of the {Data.Scored} open items score 100 of 100 for slicing",
        _ => $"Half of the {Data.Scored} open items score {Data.Median!.Value} or more of 100 for slicing",
    };

    public override Sentence Caption => Data.NotScored == 0
        ? $"Open items by slicing, 0 to 100, epics left out, n = {Data.Scored}"
        : (Sentence)$"Open items by slicing, 0 to 100, epics left out, n = {Data.Scored}; {Data.NotScored} could not be scored";

    public override Sentence Alt => $"{Title}; {Low:no item scores|# item scores|# items score} below 50.";

    public override Table Numbers => Steps($"Slicing");

    protected override Sentence NeutralTitle => $"Slicing of the open items";
}
