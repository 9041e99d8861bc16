using BacklogHealth.Core.Health;

namespace BacklogHealth.Json;

/// <summary>The outlook of a delivery.</summary>
internal sealed record DeliveryJson(
    string Schema, string Name, DateOnly? Due, bool Fixed, bool Done, IReadOnlyList<DoneByJson> By, double? ChanceByDue, IReadOnlyList<DeliveryPartJson> Teams, bool Enough, IReadOnlyList<string> Reasons)
{
    /// <summary>Makes it; a probability is rounded to six digits.</summary>
    public static DeliveryJson Of(JointDelivery joint)
    {
        ArgumentNullException.ThrowIfNull(joint);
        var first = joint.Parts[0].Outlook;
        return new(
            "backlog-health/delivery/1", first.Name, first.Due, first.Fixed, joint.Done,
            [.. joint.By.Select(b => new DoneByJson(b.Probability, b.Date, b.Days))],
            joint.ChanceByDue is { } chance ? Math.Round(chance, 6) : null,
            [.. joint.Parts.Select(DeliveryPartJson.Of)], joint.WhyNot.IsEmpty, [.. joint.WhyNot.Select(w => $"{w.Team}: {w.Reason}")]);
    }
}

/// <summary>One team's part.</summary>
internal sealed record DeliveryPartJson(
    string Team, DateOnly AsOf, int Total, int Remaining, int Ahead, int UnslicedEpics, IReadOnlyList<string> NotFound, IReadOnlyList<DoneByJson> By, HeldJson? HeldBefore, DeliveryMoveJson? Moved)
{
    /// <summary>Makes it.</summary>
    public static DeliveryPartJson Of(DeliveryPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var outlook = part.Outlook;
        return new(
            part.Team, part.AsOf, outlook.Total, outlook.Remaining, outlook.Ahead, outlook.UnslicedEpics, outlook.NotFound,
            [.. outlook.When.By.Select(b => new DoneByJson(b.Probability, b.Date, b.Days))],
            outlook.When.HeldBefore is { } held ? new HeldJson(held.Probability, held.Times, held.Of) : null,
            part.Move is { } move ? new DeliveryMoveJson(move.Days!.Value, move.FromScope ?? 0, move.FromPace ?? 0) : null);
    }
}

/// <summary>How far a part moved since a week ago, in days; later is positive.</summary>
internal sealed record DeliveryMoveJson(int Days, int FromScope, int FromPace);
