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
    public static Sentence Heading(BacktestRecord? back) =>
        back?.At(Judged).Ours.Held is not { Of: > 0 } held ? (Sentence)$"How forecasts have held so far" : RecordOfStatements.Judge(held) switch
        {
            RecordVerdict.LessOften => $"“85 %” came true {held.Times} of {held.Of:# time|# times}: less often than said",
            RecordVerdict.MoreOften => $"“85 %” came true {held.Times} of {held.Of:# time|# times}: more often than said",
            RecordVerdict.AsOften => $"“85 %” came true {held.Times} of {held.Of:# time|# times}: about as often as said",
            _ => $"“85 %” came true {held.Times} of {held.Of:# time|# times}: too few to judge by",
        };

    /// <summary>How it was looked at.</summary>
    public static Sentence How(BacktestRecord back) =>
        $"We went back to {back.Points:# day|# days}, four weeks apart, made the forecast that could have been made then, from what was known then, and set it beside what came.";

    /// <summary>The usual method on the same points: what held, and which of the two lay closer.</summary>
    public static Sentence Usual(BacktestRecord back)
    {
        var (ours, usual) = (back.At(Judged).Ours.Held, back.At(Judged).Usual.Held);
        Sentence held = usual.Of == 0 ? (Sentence)$"The usual method, which draws days at random from the last {UsualMethod.Window}, would have had nothing to say with 85 %."
            : ours.Of == 0 ? $"The usual method, which draws days at random from the last {UsualMethod.Window}, said 85 %, too, and held {usual.Times} of {usual.Of:# time|# times}."
            : (Sentence)$"The usual method, which draws days at random from the last {UsualMethod.Window}, said 85 %, too, and held {usual.Times} of {usual.Of:# time|# times}, these forecasts {ours.Times} of {ours.Of}.";
        Sentence closer = back.Gain switch
        {
            { From: > 0 } => $"these lie closer to what comes, by more than luck explains",
            { To: < 0 } => $"the usual method lies closer to what comes, by more than luck explains",
            _ => $"which of them lies closer cannot be told from luck",
        };
        return $"{held} Over all chances its forecasts lay {back.UsualCrps:# item|# items} off what came, these {back.Crps} (CRPS): {closer}.";
    }

    /// <summary>How often "at least so many items in four weeks" came true, without percentages; empty where the record is too short.</summary>
    public static Sentence Plain(BacktestRecord? back)
    {
        if (back is not { Points: >= BacktestRecord.Enough } || back.At(Judged).Ours.Held is not { Of: > 0 } judged)
        {
            return Sentence.None;
        }

        var others = new (double Asked, int Futures)[] { (0.50, 10), (0.95, 19) }
            .Select(x => new { x.Futures, back.At(x.Asked).Ours.Held }).Where(x => x.Held.Of > 0)
            .Select(x => (Sentence)$"{x.Held.Times} of {x.Held.Of} where it was to hold in {x.Futures} of 20").ToList();
        var usual = back.At(Judged).Usual.Held;
        return Sentence.Join(
            $"In the same way we said at {back.Points:# past point|# past points} how many items the next four weeks bring at least.",
            others.Count == 0
                ? (Sentence)$"Where that was to hold in 17 of 20 futures it came true **{judged.Times} of {judged.Of:# time|# times}**."
                : $"Where that was to hold in 17 of 20 futures it came true **{judged.Times} of {judged.Of:# time|# times}**; {others}.",
            usual.Of == 0
                ? Sentence.None
                : $"The usual method, which looks at nothing but the last {UsualMethod.Window} days, would have been right {usual.Times} of {usual.Of:# time|# times} where it says 17 of 20.");
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
}
