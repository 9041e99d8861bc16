using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>Finishes that a job made, told by how regular they are, since of accounts nothing is stored but an opaque id.</summary>
internal sealed class ClosedByAutomation : QualityCheck
{
    public override string Id => "closed-by-automation";

    public override Sentence Name => $"Closed by automation";

    public override Sentence Meaning => $"The account that finished the item finished five or more within the same second, or it finished ten or more items on five or more days, eight of ten of them within the same two minutes of the hour.";

    public override Sentence Effect => $"The day of the finish is the day of a job, and the work ended before.";

    public override Sentence Treatment => $"Each item counts on the day of its finish, whoever finished it; of accounts nothing is known but an opaque id.";

    public override Sentence Remedy => $"Where a job closes what has been done for some time, say under `Workflow` in the settings that the state before means finished.";

    private const int InOneSecond = 5;

    internal override Affected Look(QualityData data)
    {
        var accounts = data.Facts.FinishingChanges.DistinctBy(c => new { c.ItemId, c.At }).ToDictionary(c => new { c.ItemId, c.At }, c => c.Account);
        var closed = data.Finished.Where(f => f.Finished is { } at && accounts.ContainsKey(new { ItemId = f.Item.Id, At = at }))
            .Select(f => new { Item = f, At = f.Finished!.Value, Account = accounts[new { ItemId = f.Item.Id, At = f.Finished!.Value }] }).ToList();
        var byJob = closed.GroupBy(c => new { c.Account, Second = c.At.UtcTicks / TimeSpan.TicksPerSecond }).Where(g => g.Count() >= InOneSecond).SelectMany(g => g)
            .Concat(closed.GroupBy(c => c.Account, StringComparer.Ordinal).Where(g => IsClockwork(g.Select(c => c.At).ToList())).SelectMany(g => g));
        return new Affected(byJob.Select(c => c.Item).Distinct(), closed.Count, $"finished item whose closing account is known", $"finished items whose closing accounts are known");
    }

    private static bool IsClockwork(List<DateTimeOffset> times)
    {
        if (times.Count < 10 || times.Select(t => t.UtcDateTime.Date).Distinct().Count() < 5)
        {
            return false;
        }

        // A job that runs every hour, or every day at the same time, keeps to a minute of the hour, whatever the zone.
        var perMinute = new int[60];
        times.ForEach(t => perMinute[t.UtcDateTime.Minute]++);
        return Enumerable.Range(0, 60).Any(m => 10 * (perMinute[m] + perMinute[(m + 1) % 60]) >= 8 * times.Count);
    }
}
