using BacklogHealth.Json;
using BacklogHealth.Storage;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Serving;

/// <summary>Answers those who watch the process: whether it lives, and whether it can do its work. Names of teams are told to known visitors alone.</summary>
internal static class HealthAnswers
{
    /// <summary>The process answers.</summary>
    public static Task Live(HttpContext context) => Answers.Json(context, new LiveJson("backlog-health/live/1", true));

    /// <summary>The database answers and holds its tables; with the age of the last proof of each team.</summary>
    public static async Task Ready(HttpContext context, ServeParts parts)
    {
        try
        {
            var now = parts.Time.GetUtcNow();
            var teams = new List<TeamAgeJson>();
            foreach (var team in await parts.Store.Teams(context.RequestAborted))
            {
                var (pull, import) = (await parts.Store.LastPull(team.Name, context.RequestAborted), await parts.Store.LastImport(team.Name, context.RequestAborted));
                teams.Add(TeamAgeJson.Of(Visitor.Of(context) is null ? null : team.Name, pull?.ProvenAt, isPulled: pull is not null || import is null, now, TimeSpan.FromHours(parts.Serve.StaleHours)));
            }

            await Answers.Json(context, new ReadinessJson("backlog-health/readiness/1", true, null, teams));
        }
        catch (StoreException e)
        {
            // The kind of fault alone: the sentence names the database.
            await Answers.Json(context, new ReadinessJson("backlog-health/readiness/1", false, $"the database does not answer as it should: {e.Fault}", []), StatusCodes.Status503ServiceUnavailable);
        }
    }
}
