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
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>A team's scores, flow and forecasts joined: what reports are made of.</summary>
internal sealed record Forecasted(Scored Scored, TeamHealth Health);

/// <summary>Forecast: reads the history as compact rows, forecasts, and joins it with the scores.</summary>
internal static class ForecastStep
{
    private const int Week = 7;

    /// <summary>Joins everything, with the same team a week before for what changed.</summary>
    public static async Task<Forecasted> Of(Scored scored, BacklogStore store, AppSettings settings, CancellationToken cancellation)
    {
        var stored = scored.Stored;
        var histories = await store.History(stored.Team.Name, cancellation);
        var sprints = stored.Profile.Sprints.IsEmpty ? [] : await store.Sprints(stored.Team.Name, cancellation);
        var state = await store.DataState(stored.Team.Name, cancellation);
        var parentsElsewhere = await store.ParentsElsewhere(stored.Team.Name, cancellation);
        var import = await store.LastImport(stored.Team.Name, cancellation);

        var daysOff = TeamDaysOff.Of(stored.Team.Settings, stored.Calendar, histories, scored.AsOf);
        var given = GivenForecasts.Of(await store.ForecastsGiven(stored.Team.Name, scored.AsOf, cancellation));
        var said = await HealthPoints.Before(stored.Team.Name, stored.Calendar, scored.AsOf, store, cancellation);

        var before = stored.Calendar.StartOf(stored.Calendar.DayOf(scored.AsOf).AddDays(-Week));
        var known = histories.Any(h => h.Created < before);
        // As much work as today, on the same data and without each other: one beside the other.
        var (now, lastWeek) = (Task.Run(Today, cancellation), known ? Task.Run(WeekEarlier, cancellation) : Task.FromResult<WeekBefore?>(null));
        await Task.WhenAll(now, lastWeek);
        return new Forecasted(scored, (await now)(await lastWeek));

        async Task<Func<WeekBefore?, TeamHealth>> Today()
        {
            var facts = await store.QualityFacts(stored.Team.Name, stored.Workflow, cancellation);
            var flow = StartedAndFinished.Of(histories, stored.Workflow, scored.AsOf).ToList();
            var pulled = await ReadyAtStart.Of(scored, flow, store, cancellation);
            var finished = await FinishedWords.Of(scored, flow, store, cancellation);
            var (deliveries, duties) = (await Deliveries(scored.AsOf), await Duties(scored.AsOf));
            return last => Health(scored, deliveries, last, facts, duties, pulled, finished);
        }

        // Rebuilt from history rather than read from a snapshot, so that the first report has it, too, and a late one says the same.
        async Task<WeekBefore?> WeekEarlier() => WeekBefore.Of(
            Health(await ScoreStep.At(stored, store, before, before, cancellation), await Deliveries(before), null, QualityFacts.None, await Duties(before)), "history");

        Task<TeamDeliveries> Deliveries(DateTimeOffset asOf) => TeamDeliveries.Of(stored.Team, settings, store, asOf, cancellation);

        Task<DutyFacts> Duties(DateTimeOffset asOf) => store.DutyFacts(stored.Team.Name, asOf, stored.Team.Settings.Language, cancellation);

        TeamHealth Health(Scored items, TeamDeliveries deliveries, WeekBefore? last, QualityFacts facts, DutyFacts duties, IReadOnlyDictionary<string, bool>? readyAtStart = null, IReadOnlyList<WorkItemSummary>? finished = null) => HealthBuilder.Build(Input(items, histories, daysOff) with
        {
            BrowseUrl = stored.Place.BrowseUrl,
            AuthorUrl = stored.Profile.AuthorUrl,
            Data = WithDeliveries(Completeness(stored, import, histories, items.AsOf), deliveries),
            Sprints = stored.Profile.Sprints,
            SprintHistories = sprints,
            Facts = facts,
            DutyFacts = duties,
            MutedRules = stored.Team.Settings.Rules.Mutes.Where(m => !m.JudgesFindings).Select(m => m.Rule).OfType<string>().ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
            ReadyAtStart = readyAtStart ?? ImmutableDictionary<string, bool>.Empty,
            FinishedLately = finished ?? [],
            BacklogFindings = items.Findings,
            Precision = items.Precision,
            WantedWeeks = stored.Team.Settings.WantedReadyWeeks,
            Deliveries = deliveries.Known,
            FeaturesAtOnce = stored.Team.Settings.FeaturesAtOnce,
            ParentsElsewhere = parentsElsewhere,
            Releases = stored.Profile.Releases,
            LastWeek = last,
            Given = given,
            SaidBefore = said,
            NotRebuilt = items.NotRebuilt,
            DataState = $"{state}-{SettingsHash(stored.Team, deliveries.Known, daysOff)}",
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
            MissingName = stored.Team.Words.Missing,
            DaysOff = daysOff,
            Version = Product.Version,
            DataState = "",
        };
    }

    /// <summary>The team's Definition of Ready.</summary>
    public static DefinitionOfReady ReadyOf(Team team) =>
        team.Settings.DefinitionOfReady.IsEmpty ? DefinitionOfReady.Default : new DefinitionOfReady(team.Settings.DefinitionOfReady);

    /// <summary>A short hash over the settings that change what a report says, with the items that the queries of deliveries found and the days that calendar files hold.</summary>
    public static string SettingsHash(Team team, ImmutableArray<DeliveryDefinition> deliveries, DaysOff daysOff)
    {
        var s = team.Settings;
        var text = string.Join('|', s.Name, s.Project, s.Board, s.Query, s.TimeZone?.Id, s.Language, string.Join(',', s.Workflow.Select(w => $"{w.Key}={w.Value}")),
            string.Join(',', s.DefinitionOfReady), s.Rules.Said, FormattableString.Invariant($"{s.WantedReadyWeeks},{s.FeaturesAtOnce}"),
            string.Join(';', deliveries.Select(d => FormattableString.Invariant($"{d.Name},{d.Due:yyyy-MM-dd},{d.Fixed},{string.Join(' ', d.Items)},{string.Join(' ', d.Found)},{string.Join(' ', d.StoredElsewhere.Values)}"))));
        if (!daysOff.IsEmpty)
        {
            text += "|" + string.Join(',', daysOff.Days.Select(d => d.DayNumber.ToString(CultureInfo.InvariantCulture)));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }

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
