using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Json;

/// <summary>The outlook of a delivery.</summary>
internal sealed record DeliveryJson(
    string Schema, string Name, DateOnly? Due, bool Fixed, bool Done, IReadOnlyList<DoneByJson> By, IReadOnlyList<DoneByJson> ByIfNothingAdded, double? ChanceByDue, IReadOnlyList<string> NotFound, IReadOnlyList<DeliveryPartJson> Teams, bool Enough, IReadOnlyList<string> Reasons)
{
    /// <summary>Makes it; a probability is rounded to six digits.</summary>
    public static DeliveryJson Of(JointDelivery joint)
    {
        ArgumentNullException.ThrowIfNull(joint);
        var first = joint.Parts[0].Outlook;
        return new(
            "backlog-health/delivery/1", first.Name, first.Due, first.Fixed, joint.Done,
            DoneByJson.Of(joint.By), DoneByJson.Of(joint.IfNothingAdded),
            joint.ChanceByDue is { } chance ? Math.Round(chance, 6) : null, joint.NotFound,
            [.. joint.Parts.Select(DeliveryPartJson.Of)], joint.WhyNot.IsEmpty, [.. joint.WhyNot.Select(w => $"{w.Team}: {w.Reason}")]);
    }
}

/// <summary>One team's part.</summary>
internal sealed record DeliveryPartJson(
    string Team, DateOnly AsOf, int Total, int Remaining, int Ahead, int UnslicedEpics, WorkJson Work, AddedJson? Growth, AddedJson? Unplanned, UnslicedJson? Unsliced, IReadOnlyList<DoneByJson> By, IReadOnlyList<DoneByJson> ByIfNothingAdded, HeldJson? HeldBefore, DeliveryMoveJson? Moved)
{
    /// <summary>Makes it.</summary>
    public static DeliveryPartJson Of(DeliveryPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var outlook = part.Outlook;
        return new(
            part.Team, part.AsOf, outlook.Total, outlook.Remaining, outlook.Ahead, outlook.UnslicedEpics, WorkJson.Of(outlook.Work), AddedJson.Of(outlook.Work.Growth?.Rate), AddedJson.Of(outlook.Work.Unplanned?.Rate), UnslicedJson.Of(outlook.Work), DoneByJson.Of(outlook.When.By), DoneByJson.Of(outlook.IfNothingAdded),
            outlook.When.HeldBefore is { } held ? new HeldJson(held.Probability, held.Times, held.Of) : null,
            part.Move is { } move ? new DeliveryMoveJson(move.Days!.Value, move.FromScope ?? 0, move.FromPace ?? 0) : null);
    }
}

/// <summary>How far a part moved since a week ago, in days; later is positive.</summary>
internal sealed record DeliveryMoveJson(int Days, int FromScope, int FromPace);

/// <summary>Items to be finished until a part is done, those that come first included: with even odds, and in 85 of 100 futures no more. Null behind the futures that have no end.</summary>
internal sealed record WorkJson(int? Even, int? AtMost85, double Endless)
{
    /// <summary>Makes it.</summary>
    public static WorkJson Of(DeliveryWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var all = work.All;
        return new(At(0.5), At(0.85), Math.Round(all.Endless, 6));

        int? At(double probability) => probability < 1 - all.Endless ? all.Items.Quantile(probability / (1 - all.Endless)) : null;
    }
}

/// <summary>Items that are added, or come in between, for each finished one, and what that was learned from.</summary>
internal sealed record AddedJson(double PerItem, int PastEpics, int Finished, int Added)
{
    /// <summary>Makes it.</summary>
    public static AddedJson? Of(AddedRate? rate) => rate is null ? null : new(Math.Round(rate.Mean, 6), rate.Cases, rate.Finished, rate.Added);
}

/// <summary>Epics without items that are in the numbers, and how many items they come to hold in 8 of 10 futures.</summary>
internal sealed record UnslicedJson(int Sized, int ItemsFrom, int ItemsTo)
{
    /// <summary>Makes it; null where there is none.</summary>
    public static UnslicedJson? Of(DeliveryWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.Unsliced.IsEmpty ? null : new(work.Unsliced.Length, work.OfUnsliced.Quantile(0.1), work.OfUnsliced.Quantile(0.9));
    }
}

/// <summary>The chance that several deliveries are done by their days together.</summary>
internal sealed record DeliveriesTogetherJson(string Schema, IReadOnlyList<string> Names, double AllByDue);
