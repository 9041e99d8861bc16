using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>Reads what is stored beside the histories and tells of a team, in one way through its changes.</summary>
internal static class FactsReader
{
    /// <summary>What tells of duties, data quality and sprints.</summary>
    public static async Task<TeamFacts> Read(Session session, long teamNo, FactsAsked asked)
    {
        var pass = new ChangePass(session, teamNo);
        var duties = new DutyReader(session, teamNo, asked.Instants.Min(), asked.Instants.Max(), asked.Language);
        duties.TakeFrom(pass);
        var finishing = QualityReader.Finishing(pass, asked.Workflow);
        var moves = asked.Sprints ? SprintReader.Moves(pass) : null;
        await duties.Items();
        await pass.Go();
        await duties.Comments();
        return new TeamFacts(
            [.. asked.Instants.Select(duties.At)], await QualityReader.Read(session, teamNo, finishing), moves is null ? [] : await SprintReader.Read(session, teamNo, moves));
    }

    /// <summary>What tells of data quality alone.</summary>
    public static async Task<QualityFacts> OfQuality(Session session, long teamNo, Workflow workflow)
    {
        var pass = new ChangePass(session, teamNo);
        var finishing = QualityReader.Finishing(pass, workflow);
        await pass.Go();
        return await QualityReader.Read(session, teamNo, finishing);
    }

    /// <summary>Which items were in which sprints, alone.</summary>
    public static async Task<IReadOnlyList<SprintHistory>> OfSprints(Session session, long teamNo)
    {
        var pass = new ChangePass(session, teamNo);
        var moves = SprintReader.Moves(pass);
        await pass.Go();
        return await SprintReader.Read(session, teamNo, moves);
    }
}
