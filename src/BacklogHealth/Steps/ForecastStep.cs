using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Calendars;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Reports;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Steps;

/// <summary>A team's scores, flow and forecasts joined: what reports are made of. The scores it was made from go their way: of a large team they are many.</summary>
/// <param name="Stored">The data they rest on.</param>
/// <param name="Notes">What is to be said of the team's mutes and its Definition of Ready, as sentences.</param>
/// <param name="Health">All of it.</param>
internal sealed record Forecasted(Stored Stored, ImmutableArray<string> Notes, TeamHealth Health);

/// <summary>Forecast: reads the history as compact rows, forecasts, and joins it with the scores.</summary>
internal static class ForecastStep
{
    /// <summary>Joins everything, with the same team a week before for what changed.</summary>
    /// <param name="scored">The scores, with those of the week before.</param>
    /// <param name="store">Where the history is.</param>
    /// <param name="settings">The deliveries that are asked about.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Forecasted> Of(Scored scored, BacklogStore store, AppSettings settings, CancellationToken cancellation)
    {
        var stored = scored.Stored;
        var team = stored.Team.Name;
        using var step = TimedStep.OfTeam("forecast", team);
        // On its way since the scoring began; else it goes on beside the other readings, since it is the longest.
        var readingFacts = scored.Facts ?? Task.Run(() => ScoreStep.Facts(stored, store, [scored.AsOf], cancellation), cancellation);
        var histories = await store.History(team, cancellation);
        var state = await store.DataState(team, cancellation);
        var parentsElsewhere = await store.ParentsElsewhere(team, cancellation);
        var import = await store.LastImport(team, cancellation);
        var daysOff = TeamDaysOff.Of(stored.Team.Settings, stored.Calendar, histories, scored.AsOf);
        var given = GivenForecasts.Of(await store.ForecastsGiven(team, scored.AsOf, cancellation));
        var said = await HealthPoints.Before(team, stored.Calendar, scored.AsOf, store, cancellation);
        var lookingBack = Task.Run(Lately, cancellation);
        var deliveries = await Deliveries(scored.AsOf);
        // Rebuilt from history rather than read from a snapshot, so that the first report has it, too, and a late one says the same.
        var before = scored.WeekBefore is { } then && histories.Any(h => h.Created < then.AsOf) ? then : null;
        var deliveriesBefore = before is null ? null : await Deliveries(before.AsOf);
        var facts = await readingFacts;

        // As much to work out as for today, and neither needs the other.
        var weekBefore = before is null ? null : Task.Run(() => WeekBefore.Of(Health(before, deliveriesBefore!, QualityFacts.None, facts.Duties[^1]), "history"), cancellation);
        var (pulled, finished) = await lookingBack;
        var health = Health(scored, deliveries, facts.Quality, facts.Duties[0], pulled, finished);
        // Reports ask for these anyway; now what they are worked out from can go before anything is drawn.
        Parallel.Invoke(() => _ = health.Features.Value, () => _ = health.RunningSprints.Value);
        return step.Done(new Forecasted(stored, scored.Notes, weekBefore is null ? health : health.Since(await weekBefore)));

        async Task<(IReadOnlyDictionary<string, bool> Pulled, IReadOnlyList<WorkItemSummary> Finished)> Lately()
        {
            var flow = StartedAndFinished.Of(histories, stored.Workflow, scored.AsOf).ToList();
            return (await ReadyAtStart.Of(scored, flow, store, cancellation), await FinishedWords.Of(scored, flow, store, cancellation));
        }

        Task<TeamDeliveries> Deliveries(DateTimeOffset asOf) => TeamDeliveries.Of(stored.Team, settings, store, asOf, cancellation);

        TeamHealth Health(Scored items, TeamDeliveries deliveries, QualityFacts quality, DutyFacts duties, IReadOnlyDictionary<string, bool>? readyAtStart = null, IReadOnlyList<WorkItemSummary>? finished = null) => HealthBuilder.Build(Input(items, histories, daysOff) with
        {
            BrowseUrl = stored.Place.BrowseUrl,
            AuthorUrl = stored.Profile.AuthorUrl,
            Data = WithDeliveries(Completeness(stored, import, histories, items.AsOf), deliveries),
            Sprints = stored.Profile.Sprints,
            SprintHistories = facts.Sprints,
            Facts = quality,
            DutyFacts = duties,
            MutedRules = stored.Team.Settings.Rules.Mutes.Where(m => !m.JudgesFindings).Select(m => m.Rule).OfType<string>().ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
            ReadyAtStart = readyAtStart ?? ImmutableDictionary<string, bool>.Empty,
            FinishedLately = finished ?? [],
            BacklogFindings = items.Findings,
            Precision = items.Precision,
            Learned = stored.Learned.On(stored.Calendar.DayOf(items.AsOf)),
            WantedWeeks = stored.Team.Settings.WantedReadyWeeks,
            Deliveries = deliveries.Known,
            FeaturesAtOnce = stored.Team.Settings.FeaturesAtOnce,
            ParentsElsewhere = parentsElsewhere,
            Releases = stored.Profile.Releases,
            Given = given,
            SaidBefore = said,
            NotRebuilt = items.NotRebuilt,
            DataState = $"{state}-{SettingsHash(stored.Team, deliveries.Known, daysOff, settings.StakeholdersSee)}",
        });
    }

    /// <summary>A team as it stood, as far as the health of its backlog goes: without deliveries, duties and what changed.</summary>
    public static TeamHealth Backlog(Scored scored, IReadOnlyList<ItemHistory> histories)
    {
        var stored = scored.Stored;
        return HealthBuilder.Build(Input(scored, histories, TeamDaysOff.Of(stored.Team.Settings, stored.Calendar, histories, scored.AsOf)) with
        {
            Sprints = stored.Profile.Sprints,
            WantedWeeks = stored.Team.Settings.WantedReadyWeeks,
        });
    }

    /// <summary>The items with what the forecast says of the days promised for them, as reports have it. Where none is promised, the history need not be read.</summary>
    public static async Task<Scored> WithPromises(Scored scored, BacklogStore store, CancellationToken cancellation)
    {
        var today = scored.Stored.Calendar.DayOf(scored.AsOf);
        if (!scored.Items.Any(i => i.Item.Due >= today))
        {
            return scored;
        }

        var histories = await store.History(scored.Stored.Team.Name, cancellation);
        var daysOff = TeamDaysOff.Of(scored.Stored.Team.Settings, scored.Stored.Calendar, histories, scored.AsOf);
        var held = HealthBuilder.OpenItems(Input(scored, histories, daysOff)).ToDictionary(i => i.Item.Id, i => i.Score, StringComparer.Ordinal);
        return scored with { Items = [.. scored.Items.Select(i => i with { Score = held.GetValueOrDefault(i.Item.Id, i.Score) })] };
    }

    /// <summary>What the open items and their places in the forecast are known by.</summary>
    private static HealthInput Input(Scored items, IReadOnlyList<ItemHistory> histories, DaysOff daysOff)
    {
        var stored = items.Stored;
        return new HealthInput
        {
            Team = stored.Team.Name,
            Language = stored.Team.Settings.Language,
            Calendar = stored.Calendar,
            AsOf = items.AsOf,
            Workflow = stored.Workflow,
            Data = Completeness(stored, null, histories, items.AsOf),
            Histories = histories,
            OpenItems = items.Items,
            Rules = ScoreStep.Rules(stored, items.AsOf),
            DefinitionOfReady = ReadyOf(stored.Team),
            OwnRules = OwnRules(stored.Team.Settings),
            MissingName = stored.Team.Words.Missing,
            DaysOff = daysOff,
            Version = Product.Version,
            DataState = "",
        };
    }

    /// <summary>The team's Definition of Ready.</summary>
    public static DefinitionOfReady ReadyOf(Team team) =>
        team.Settings.DefinitionOfReady.IsEmpty ? DefinitionOfReady.Default : new DefinitionOfReady(team.Settings.DefinitionOfReady);

    /// <summary>
    /// A number for what the team says of rules: its Definition of Ready, its mutes and words, its workflow. Scores rest on these and on nothing else that
    /// is set. Snapshots keep numbers, so it is 32 bits of a hash.
    /// </summary>
    public static double OwnRules(TeamSettings settings)
    {
        var text = string.Join('|', Said(settings.Workflow), string.Join(',', settings.DefinitionOfReady), settings.Rules.Said);
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A short hash over the settings that change what a report says, with the items that the queries of deliveries found and the days that calendar files hold.</summary>
    public static string SettingsHash(Team team, ImmutableArray<DeliveryDefinition> deliveries, DaysOff daysOff, StakeholderScope stakeholdersSee)
    {
        var s = team.Settings;
        var text = string.Join('|', s.Name, s.Project, s.Board, s.Query, s.TimeZone?.Id, s.Language, Said(s.Workflow),
            string.Join(',', s.DefinitionOfReady), s.Rules.Said, FormattableString.Invariant($"{s.WantedReadyWeeks},{s.FeaturesAtOnce},{stakeholdersSee}"),
            string.Join(';', deliveries.Select(d => FormattableString.Invariant($"{d.Name},{d.Due:yyyy-MM-dd},{d.Fixed},{string.Join(' ', d.Items)},{string.Join(' ', d.Found)},{string.Join(' ', d.StoredElsewhere.Values)}"))));
        if (!daysOff.IsEmpty)
        {
            text += "|" + string.Join(',', daysOff.Days.Select(d => d.DayNumber.ToString(CultureInfo.InvariantCulture)));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }

    private static string Said(ImmutableSortedDictionary<string, WorkItemState> workflow) => string.Join(',', workflow.Select(w => $"{w.Key}={w.Value}"));

    private static DataCompleteness WithDeliveries(DataCompleteness data, TeamDeliveries deliveries) => data with { Problems = [.. data.Problems, .. deliveries.Problems] };

    private static DataCompleteness Completeness(Stored stored, ImportResult? import, IReadOnlyList<ItemHistory> histories, DateTimeOffset asOf)
    {
        var there = histories.Count(h => h.Gone is null);
        var partly = histories.Count(h => h.Gone is null && !h.Complete);
        return stored.Pull is { } pull
            ? new(pull.Listed ? pull.InTracker : null, pull.Listed ? pull.Stored : there, pull.Complete, pull.FinishedAt, stored.Place.Source, [.. pull.Problems], partly)
            {
                ProvenAt = pull.ProvenAt,
                BrokeOff = pull.BrokeOff,
                ReadAnew = pull.Fetched,
                NotListed = pull.Listed ? 0 : pull.NotListed,
                NotVisible = pull.NotVisible,
                Unmapped = [.. StartedAndFinished.Unmapped(histories.Where(h => h.Gone is null), stored.Workflow, asOf)],
            }
            : import is { } file ? new(null, there, file.BadRows == 0, file.At, stored.Place.Source, BadRows(file.BadRows), partly) { FromFile = true }
            : new(null, there, false, null, stored.Place.Source, ["No pull of this team has come to its end yet."], partly);
    }

    private static ImmutableArray<string> BadRows(int count) => count switch
    {
        0 => [],
        1 => ["1 row of the file could not be read."],
        _ => [FormattableString.Invariant($"{count} rows of the file could not be read.")],
    };
}
