using System.Text.Json.Nodes;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What a walk through the history showed of forecasts, in words that hold for any record.</summary>
internal static class BacktestInWords
{
    private const double Judged = 0.85;

    /// <summary>The finding at 85 %; the name of the section where there is none.</summary>
    public static string Heading(BacktestRecord? back)
    {
        var held = back?.At(Judged).Ours.Held;
        var times = held is null ? "" : $"“85 %” came true {Say.Of(held.Times, held.Of, "time")}";
        return held is not { Of: > 0 } ? "How forecasts have held so far" : RecordOfStatements.Judge(held) switch
        {
            RecordVerdict.LessOften => $"{times}: less often than said",
            RecordVerdict.MoreOften => $"{times}: more often than said",
            RecordVerdict.AsOften => $"{times}: about as often as said",
            _ => $"{times}: too few to judge by",
        };
    }

    /// <summary>How it was looked at.</summary>
    public static Sentence How(BacktestRecord back) =>
        $"We went back to {Say.Count(back.Points, "day")}, four weeks apart, made the forecast that could have been made then, from what was known then, and set it beside what came.";

    /// <summary>The usual method on the same points: what held, and which of the two lay closer.</summary>
    public static Sentence Usual(BacktestRecord back)
    {
        var (ours, usual) = (back.At(Judged).Ours.Held, back.At(Judged).Usual.Held);
        var method = $"The usual method, which draws days at random from the last {UsualMethod.Window},";
        var held = usual.Of == 0 ? $"{method} would have had nothing to say with 85 %." : $"{method} said 85 %, too, and held {Say.Of(usual.Times, usual.Of, "time")}{(ours.Of == 0 ? "" : $", these forecasts {Say.Number(ours.Times)} of {Say.Number(ours.Of)}")}.";
        var closer = back.Gain switch
        {
            { From: > 0 } => "these lie closer to what comes, by more than luck explains",
            { To: < 0 } => "the usual method lies closer to what comes, by more than luck explains",
            _ => "which of them lies closer cannot be told from luck",
        };
        return $"{held} Over all chances its forecasts lay {Items(back.UsualCrps)} off what came, these {Say.Decimal(back.Crps)} (CRPS): {closer}.";
    }

    /// <summary>How often "at least so many items in four weeks" came true, without percentages; empty where the record is too short.</summary>
    public static Sentence Plain(BacktestRecord? back)
    {
        if (back is not { Points: >= BacktestRecord.Enough } || back.At(Judged).Ours.Held is not { Of: > 0 } judged)
        {
            return Sentence.None;
        }

        var others = new (double Asked, int Futures)[] { (0.50, 10), (0.95, 19) }
            .Select(x => (x.Futures, back.At(x.Asked).Ours.Held)).Where(x => x.Held.Of > 0)
            .Select(x => $"{Say.Number(x.Held.Times)} of {Say.Number(x.Held.Of)} where it was to hold in {x.Futures} of 20").ToList();
        var usual = back.At(Judged).Usual.Held;
        return OldWords.Of(
            $"In the same way we said at {Say.Count(back.Points, "past point")} how many items the next four weeks bring at least. Where that was to hold in 17 of 20 futures it came true ",
            OldWords.Strong(Say.Of(judged.Times, judged.Of, "time")),
            others.Count == 0 ? "." : $"; {Say.List(others)}.",
            usual.Of == 0 ? "" : $" The usual method, which looks at nothing but the last {UsualMethod.Window} days, would have been right {Say.Of(usual.Times, usual.Of, "time")} where it says 17 of 20.");
    }

    /// <summary>The numbers behind it, by horizon.</summary>
    public static JsonArray Numbers(IEnumerable<BacktestRecord> records) => new([.. records.Select(r => (JsonNode)new JsonObject
    {
        ["days"] = r.Days,
        ["points"] = r.Points,
        ["from"] = Say.Text($"{r.From:yyyy-MM-dd}"),
        ["to"] = Say.Text($"{r.To:yyyy-MM-dd}"),
        ["crps"] = Math.Round(r.Crps, 6),
        ["usualCrps"] = Math.Round(r.UsualCrps, 6),
        ["gain"] = double.IsFinite(r.Gain.From) ? new JsonArray(Math.Round(r.Gain.From, 6), Math.Round(r.Gain.To, 6)) : null,
        ["diagram"] = new JsonArray([.. r.Diagram.Select(d => (JsonNode)new JsonObject { ["asked"] = d.Asked, ["ours"] = Point(d.Ours), ["usual"] = Point(d.Usual) })]),
    })]);

    private static JsonObject Point(ReliabilityPoint point) => new() { ["said"] = Math.Round(point.Said, 6), ["times"] = point.Held.Times, ["of"] = point.Held.Of };

    private static string Items(double items) => $"{Say.Decimal(items)} {(Say.Decimal(items) == "1" ? "item" : "items")}";
}
