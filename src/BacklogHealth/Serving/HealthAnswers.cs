using BacklogHealth.Json;
using BacklogHealth.Storage;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Serving;

/// <summary>Answers those who watch the process: whether it lives, and whether it can do its work. Names of teams are told to known visitors alone.</summary>
internal static class HealthAnswers
{
    /// <summary>The process answers.</summary>
    public static Task Live(HttpContext context) => Answers.Json(context, new LiveJson("backlog-health/live/1", true));

    /// <summary>The database answers and holds its tables; with the age of the last proof of each team, stored or to be pulled.</summary>
    public static async Task Ready(HttpContext context, ServeParts parts)
    {
        try
        {
            var now = parts.Time.GetUtcNow();
            var (known, longest) = (Visitor.Of(context) is not null, TimeSpan.FromHours(parts.Serve.StaleHours));
            var stored = await parts.Store.Teams(context.RequestAborted);
            var teams = new List<TeamAgeJson>();
            foreach (var team in stored)
            {
                var (pull, import) = (await parts.Store.LastPull(team.Name, context.RequestAborted), await parts.Store.LastImport(team.Name, context.RequestAborted));
                teams.Add(TeamAgeJson.Of(known ? team.Name : null, pull?.ProvenAt, isPulled: pull is not null || import is null, now, longest));
            }

            // A team whose first pull never came through is stored nowhere, and the first to be told of.
            var missing = parts.Settings.Teams.Where(t => t.Connection.Length > 0 && stored.All(s => s.Name != t.Name));
            teams.AddRange(missing.Select(t => TeamAgeJson.Of(known ? t.Name : null, null, isPulled: true, now, longest)));
            await Answers.Json(context, new ReadinessJson("backlog-health/readiness/1", true, null, teams));
        }
        catch (StoreException e)
        {
            // The kind of fault alone: the sentence names the database.
            await Answers.Json(context, new ReadinessJson("backlog-health/readiness/1", false, $"the database does not answer as it should: {e.Fault}", []), StatusCodes.Status503ServiceUnavailable);
        }
    }
}
