using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>What is promised, and at risk? The promised deliveries that end in time in fewer than 17 of 20 futures.</summary>
internal static class AtRisk
{
    private const int MostNamed = 2;

    public static Answer Of(PortfolioContext report)
    {
        Sentence question = $"What is promised, and at risk?";
        var (promised, known) = (report.Promised, report.Forecast);
        if (promised.IsEmpty)
        {
            return new Answer(question, report.Pieces.Any(p => p.Due is not null) ? (Sentence)$"Everything that was promised is finished." : $"No delivery has a promised day.", null, Sentence.None, null);
        }

        var risky = Of(known);
        Sentence say = (risky.Length, known.Length, promised.Length) switch
        {
            (_, 0, _) => $"{promised.Length:One delivery has|# deliveries have} a promised day; how likely {promised.Length:it is|they are} is not known.",
            (0, 1, _) => $"The promised delivery is **not at risk**.",
            (0, 2, _) => $"**Neither** of two promised deliveries is at risk.",
            (0, var all, _) => $"**None of {all}** promised deliveries is at risk.",
            (1, 1, _) => $"The promised delivery is **at risk**.",
            (2, 2, _) => $"**Both** promised deliveries are at risk.",
            var (some, all, _) when some == all => $"**All {all}** promised deliveries are at risk.",
            var (some, all, _) => $"**{some} of {all}** promised deliveries {some:is|are} at risk.",
        };
        return new Answer(
            question, say, PromiseDots.Draw([.. ByRisk(known).Select(p => (report.NameOf(p), DateInWords.InTime(p.Whole!) ?? 0))], report.Voice), StateWord.With(State(known), Why(report, risky)),
            known.IsEmpty ? null : (Sentence)$"Act where a promised delivery ends by its day in fewer than 10 of 20 futures, Watch where one does in fewer than 17, Keep where all do in 17 or more.");
    }

    public static JsonObject Numbers(PortfolioContext report) => new()
    {
        ["promised"] = report.Promised.Length,
        ["withForecast"] = report.Forecast.Length,
        ["atRisk"] = Of(report.Forecast).Length,
        ["allByDue"] = report.AllByDue,
        ["state"] = State(report.Forecast)?.ToString(),
    };

    private static ImmutableArray<PortfolioPiece> Of(ImmutableArray<PortfolioPiece> known) => [.. ByRisk(known).Where(p => p.Joint!.ChanceByDue < 0.85)];

    private static IEnumerable<PortfolioPiece> ByRisk(ImmutableArray<PortfolioPiece> known) => known.OrderBy(p => p.Joint!.ChanceByDue);

    private static AnswerState? State(ImmutableArray<PortfolioPiece> known) => known.IsEmpty ? null
        : known.Min(p => p.Joint!.ChanceByDue) switch { < 0.5 => AnswerState.Act, < 0.85 => AnswerState.Watch, _ => AnswerState.Keep };

    private static Sentence Why(PortfolioContext report, ImmutableArray<PortfolioPiece> risky)
    {
        var (promised, known) = (report.Promised, report.Forecast);
        var named = risky.Take(MostNamed).Select(p => (Sentence)$"{report.NameOf(p)} ends by {p.Due} in {Futures.OfTwenty(DateInWords.InTime(p.Whole!) ?? 0)} futures.");
        var more = risky.Length > MostNamed ? $"And {risky.Length - MostNamed} more." : Sentence.None;
        var unknown = known.Length < promised.Length && !known.IsEmpty ? $"Of {promised.Length - known.Length:# other|# others} it is not known." : Sentence.None;
        return Sentence.Join([.. named, more, unknown, risky.IsEmpty && !known.IsEmpty ? $"Each ends by its day in 17 of 20 futures or more." : Sentence.None]);
    }
}
