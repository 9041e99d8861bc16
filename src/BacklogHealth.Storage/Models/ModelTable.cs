using System.Globalization;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Models;

/// <summary>The table of what was learned of teams.</summary>
internal static class ModelTable
{
    private static readonly IReadOnlyList<string> Columns = ["team_no", "target", "data_to", "made_at", "verdict", "coefficients"];

    /// <summary>Writes what was learned about some targets in the place of what was known about them; what is known about others stays.</summary>
    public static void Save(Session session, long teamNo, IReadOnlyList<KeptModel> models)
    {
        using var write = session.Statement(
            """
            INSERT INTO model (team_no, target, data_to, made_at, verdict, coefficients) VALUES (@team_no, @target, @data_to, @made_at, @verdict, @coefficients)
            ON CONFLICT (team_no, target) DO UPDATE SET
                data_to = excluded.data_to, made_at = excluded.made_at, verdict = excluded.verdict, coefficients = excluded.coefficients
            """,
            Columns);
        foreach (var model in models)
        {
            write.Add(teamNo).Add(CleanText.Of(model.Target)).Add(model.DataTo.ToString("O", CultureInfo.InvariantCulture)).Add(model.MadeAt.UtcTicks)
                .Add(CleanText.Of(model.Verdict)).Add(CleanText.OrNull(model.Coefficients)).End();
        }
    }

    /// <summary>What was learned of a team, by target.</summary>
    public static async Task<IReadOnlyList<KeptModel>> Of(Session session, long teamNo) =>
        [.. (await session.Query<Row>("SELECT target, data_to, made_at, verdict, coefficients FROM model WHERE team_no = @teamNo", new { teamNo }))
            .Select(r => r.ToModel()).OrderBy(m => m.Target, StringComparer.Ordinal)];

    private sealed class Row
    {
        public string Target { get; init; } = "";
        public string DataTo { get; init; } = "";
        public long MadeAt { get; init; }
        public string Verdict { get; init; } = "";
        public string? Coefficients { get; init; }

        public KeptModel ToModel() => new(Target, DateOnly.ParseExact(DataTo, "O", CultureInfo.InvariantCulture), Instant.Of(MadeAt), Verdict, Coefficients);
    }
}
