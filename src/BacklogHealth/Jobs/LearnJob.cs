using System.Globalization;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Steps;

namespace BacklogHealth.Jobs;

/// <summary>Learns from every team's items anew, tries it on later ones, and keeps what can be told and what cannot.</summary>
internal static class LearnJob
{
    /// <summary>Does it.</summary>
    public static async Task<JobEnd> Do(JobWork work, CancellationToken cancellation)
    {
        var told = new List<string>();
        var ends = await JobWork.Each(
            await Team.All(work.Settings, work.Store, cancellation),
            async team =>
            {
                var stored = await StoreStep.AlreadyThere(team, work.Store, cancellation);
                told.Add($"{team.Name}: {Said(await LearnStep.Of(stored, work.Store, work.Time, cancellation))}");
                return new JobEnd(ExitCode.Done, "");
            },
            cancellation);
        return JobEnd.Join(ends, () => told.Count == 0 ? "There is no team." : string.Join(' ', told));
    }

    /// <summary>How many of the models are shown.</summary>
    public static string Said(OwnModels learned) => string.Create(
        CultureInfo.InvariantCulture, $"{learned.Verdicts.Count(v => v.IsShown)} of {learned.Verdicts.Length} things can be told.");
}
