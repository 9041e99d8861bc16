using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Where the time between start and finish goes, by state: what of it is work and what is waiting.</summary>
internal sealed class TimeInStateChart(TimeInState data) : Chart
{
    private const int MostStates = 7;

    public override string Id => "time-in-state";

    public override Sentence Question => $"Where does the time between start and finish go?";

    public override Sentence HowToRead => $"Each bar is a state of the workflow: how many of 100 days that items took were spent in it, nights and weekends included. Vermilion bars are states in which work waits, by their names or because items were put back. The share of the others is what the field calls flow efficiency.";

    public override Sentence Title => data.ActiveShare is { } share
        ? $"Of 100 days between start and finish, {Percent(share)} were spent in states of work"
        : (Sentence)$"Of 100 days between start and finish, {Share(Longest)} were spent in “{Say.Short(Longest.State, 40)}”";

    public override Sentence Caption => data.HistoryIncomplete + data.NeverStarted == 0
        ? $"Share of all days between start and finish, in %, items finished in {data.Days / 7} weeks, n = {data.Items}"
        : (Sentence)$"Share of all days between start and finish, in %, items finished in {data.Days / 7} weeks, n = {data.Items}; {data.HistoryIncomplete + data.NeverStarted} without a known way left out";

    public override Sentence Alt => Sentence.Join([$"{Title}.", .. data.States.OrderByDescending(s => s.TotalDays).Take(3).Select(s => (Sentence)$"{s.State}: {Share(s)} of 100.")]);

    public override Table Numbers => Table.Of(
        [new($"State"), new($"Of 100 days", ColumnKind.Number), new($"Items", ColumnKind.Number), new($"Days of an item, median", ColumnKind.Number), new($"Kind")],
        data.States.Select(s => new[] { Sentence.Data(s.State), Share(s), s.Items, Math.Round(s.MedianDays, 1), s.Waits ? $"work waits" : (Sentence)$"work goes on" }));

    public override Sentence? TooLittle =>
        data.Items < NumbersOf.FewestItems ? $"{data.Items:no items|# item|# items} with a known way {data.Items:was|were} finished in {data.Days / 7} weeks; from {NumbersOf.FewestItems} on, the time in each state is shown here."
        : data.States.Length == 1 ? (Sentence)$"Between start and finish there is but one state, “{Say.Short(data.States[0].State, 40)}”: nothing tells work from waiting."
        : null;

    protected override Sentence NeutralTitle => $"Time in each state";

    private StateTime Longest => data.States.MaxBy(s => s.TotalDays)!;

    private List<StateTime> Shown => [.. data.States.OrderByDescending(s => s.TotalDays).Take(MostStates).OrderBy(s => data.States.IndexOf(s))];

    public override void Draw(ChartPaper paper)
    {
        var shown = Shown;
        paper.Axes(0, shown.Count, Math.Max(5, shown.Max(Share)));
        paper.XLabels([.. shown.Select((s, i) => new ChartLabel(i + 0.5, Sentence.Data(Say.Short(s.State, Math.Max(5, 60 / shown.Count)))))], all: true);
        foreach (var (state, i) in shown.Select((s, i) => (s, i)))
        {
            paper.Bar(i + 0.15, i + 0.85, Share(state), state.Waits ? paper.Vermilion : paper.Blue);
            paper.Label($"{Share(state)} %", i + 0.5, Share(state), SKTextAlign.Center, bold: false);
        }
    }

    private int Share(StateTime state) => Percent(state.TotalDays / data.TotalDays);

    private static int Percent(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);
}
