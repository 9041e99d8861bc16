using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Charts;

/// <summary>How many open items have which clarity.</summary>
internal sealed class ClarityDistribution(ScoreNumbers data) : ScoreDistribution(data)
{
    public override string Id => "clarity";

    public override Sentence Question => $"How clearly are the open items written?";

    public override Sentence HowToRead => $"Each bar counts the open items of ten points of clarity: an item begins at 60 and higher for what it says, and findings take from there. Bars below 50 are set apart.";

    public override Sentence Title => Data switch
    {
        { Scored: 1 } => $"The one open item scores {Data.Median!.Value} of 100 for clarity",
        { Median: 100 } => $"More than half of the {Data.Scored} open items score 100 of 100 for clarity",
        _ => $"Half of the {Data.Scored} open items score {Data.Median!.Value} or more of 100 for clarity",
    };

    public override Sentence Caption => Data.NotScored == 0
        ? $"Open items by clarity, 0 to 100, epics left out, n = {Data.Scored}"
        : (Sentence)$"Open items by clarity, 0 to 100, epics left out, n = {Data.Scored}; {Data.NotScored} could not be scored";

    public override Sentence Alt => $"{Title}; {Low:no item scores|# item scores|# items score} below 50.";

    public override Table Numbers => Steps($"Clarity");

    protected override Sentence NeutralTitle => $"Clarity of the open items";
}
