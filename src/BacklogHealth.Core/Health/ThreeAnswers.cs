using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health;

/// <summary>"Is the backlog healthy?" answered by the ready runway.</summary>
/// <param name="Judged">The word and its rule.</param>
/// <param name="Runway">The runway.</param>
/// <param name="Weeks85Before">Weeks it lasted at least with 85 % a week before; null where unknown.</param>
public sealed record BacklogAnswer(Judgement Judged, ReadyRunway Runway, double? Weeks85Before);

/// <summary>"What should I do first?" answered by the next items.</summary>
/// <param name="Judged">The word and its rule.</param>
/// <param name="Next">The next items, in backlog order.</param>
/// <param name="NotReady">Those of them that are not ready.</param>
/// <param name="Mended">Of the items that were open and not ready a week before: how many are ready now, and of how many still open; null without a week before.</param>
public sealed record FirstAnswer(Judgement Judged, ImmutableArray<BacklogItem> Next, ImmutableArray<BacklogItem> NotReady, (int Ready, int Of)? Mended);

/// <summary>"How sure is the date?" answered by the delivery that is due next.</summary>
/// <param name="Judged">The word and its rule.</param>
/// <param name="Delivery">The delivery spoken of: of those with open items the one due first, else the first one; null where there is none.</param>
/// <param name="InTimeOf20">Of its twenty futures, those that end on or before the due day; null without a due day or a forecast.</param>
/// <param name="Held">The record of like statements; null where there is none.</param>
public sealed record DateAnswer(Judgement Judged, DeliveryOutlook? Delivery, int? InTimeOf20, HeldBefore? Held);

/// <summary>
/// The three answers that stand at the top of a report, as data; the sentences are the report's. The rule behind each word is written beside it.
/// </summary>
/// <param name="Healthy">Whether the backlog is healthy.</param>
/// <param name="First">What to do first.</param>
/// <param name="Sure">How sure the date is.</param>
public sealed record ThreeAnswers(BacklogAnswer Healthy, FirstAnswer First, DateAnswer Sure)
{
    /// <summary>The answers for one team.</summary>
    public static ThreeAnswers Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        return new ThreeAnswers(HealthyOf(health), FirstOf(health), SureOf(health));
    }

    private static BacklogAnswer HealthyOf(TeamHealth health)
    {
        var runway = health.Runway;
        var judged = runway switch
        {
            { ItemsConsidered: 0 } => new Judgement(AnswerState.Act, $"Act, because no item waits in the backlog."),
            { ReadyItems: 0 } => new Judgement(AnswerState.Act, $"Act, because no waiting item is ready."),
            { Weeks85: { } weeks } => new Judgement(
                weeks < runway.WantedWeeks / 2 ? AnswerState.Act : weeks < runway.WantedWeeks ? AnswerState.Watch : AnswerState.Keep,
                $"Act where the ready work lasts less than half of the weeks wanted, Watch where it lasts less than wanted, Keep from there on; judged by the weeks that are 85 % sure."),
            _ => new Judgement(null, health.NextFourWeeks.WhyNot ?? $"The history carries no forecast."),
        };
        return new BacklogAnswer(judged, runway, health.LastWeek?.Weeks85);
    }

    private static FirstAnswer FirstOf(TeamHealth health)
    {
        var next = health.NextOpen;
        var notReady = next.Where(i => !i.Ready.IsReady).ToImmutableArray();
        var judged = next.IsEmpty
            ? new Judgement(null, $"No item waits in the backlog.")
            : new Judgement(
                2 * notReady.Length >= next.Length ? AnswerState.Act : notReady.IsEmpty ? AnswerState.Keep : AnswerState.Watch,
                $"Act where half or more of the next items are not ready, Watch where any is not, Keep where all are.");
        return new FirstAnswer(judged, next, notReady, Mended(health));
    }

    private static (int Ready, int Of)? Mended(TeamHealth health)
    {
        if (health.LastWeek is not { } before)
        {
            return null;
        }

        var open = health.Open.Where(i => before.Items.TryGetValue(i.Item.Id, out var then) && !then.Ready).ToList();
        return (open.Count(i => i.Ready.IsReady), open.Count);
    }

    private static DateAnswer SureOf(TeamHealth health)
    {
        var delivery = health.Deliveries
            .Where(d => !d.IsDone)
            .OrderBy(d => d.Due is null)
            .ThenBy(d => d.Due)
            .FirstOrDefault() ?? health.Deliveries.FirstOrDefault();
        if (delivery is null)
        {
            return new DateAnswer(new Judgement(null, $"No item is open, so there is no date to be sure of."), null, null, null);
        }

        var when = delivery.When;
        int? inTime = delivery.Due is { } due && !when.Dots.IsEmpty ? when.Dots.Count(d => d <= due) : null;
        return new DateAnswer(Tempered(JudgedDate(delivery), delivery), delivery, inTime, when.HeldBefore);
    }

    private static Judgement JudgedDate(DeliveryOutlook delivery) => delivery switch
    {
        { IsDone: true } => new(AnswerState.Keep, $"Keep, because everything in it is finished."),
        { When: { Enough: false, WhyNot: var why } } => new(null, why!),
        { When.NoEndInSight: true } => new(AnswerState.Act, $"Act where not even one future in two ends within two years."),
        { ChanceByDue: { } chance } => new(
            chance < 0.50 ? AnswerState.Act : chance < 0.85 ? AnswerState.Watch : AnswerState.Keep,
            $"Act where the chance to end by the due day is below 50 %, Watch where it is below 85 %, Keep from there on."),
        { When: var when } => new(
            IsWide(when) ? AnswerState.Watch : AnswerState.Keep,
            $"Without a due day: Watch where the 85 % day is more than twice as far away as the 50 % day or not within two years, else Keep."),
    };

    /// <summary>A good word is not better than the record of such statements.</summary>
    private static Judgement Tempered(Judgement judged, DeliveryOutlook delivery) =>
        judged.State == AnswerState.Keep && delivery is { IsDone: false, When.HeldBefore: { } held } && RecordOfStatements.Judge(held) == RecordVerdict.LessOften
            ? new Judgement(AnswerState.Watch, Sentence.Join(judged.Rule, $"Watch in place of Keep where such statements clearly held less often than said."))
            : judged;

    private static bool IsWide(Forecast when)
    {
        var even = when.By.First(b => b.Probability == 0.50).Days;
        return when.By.FirstOrDefault(b => b.Probability == 0.85) is not { } sure || sure.Days > 2 * even;
    }
}
