using Quartz;

namespace BacklogHealth.Scheduling;

/// <summary>
/// When something is due, by the clock on the wall: a cron expression that is read on local time and only then turned into instants. So a clock that is put
/// forward or back neither loses nor doubles anything: a time that is left out comes as much later as the clock was put forward, and one that comes twice counts
/// when it first comes.
/// </summary>
internal sealed class Schedule
{
    private static readonly DateTimeOffset Anywhere = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CronExpression _cron;

    /// <summary>What is sent to people: at most once an hour.</summary>
    public static readonly Pace ForReaders = new(TimeSpan.FromHours(1), "0 0 7 ? * MON for Mondays at seven", "at most once an hour, with 0 for seconds and one number for minutes, as 0 0 7 ? * MON");

    /// <summary>What the program does: at most once a minute.</summary>
    public static readonly Pace ForWork = new(TimeSpan.FromMinutes(1), "0 0/30 * * * ? for each half hour", "at most once a minute, with 0 for seconds, as 0 0/30 * * * ?");

    private Schedule(CronExpression cron) => _cron = cron;

    /// <summary>The expression, as settings have it.</summary>
    public string Cron => _cron.CronExpressionString;

    /// <summary>Reads an expression of six or seven fields, seconds first.</summary>
    /// <param name="cron">For example <c>0 0 7 ? * MON</c>.</param>
    /// <param name="pace">How often it may come.</param>
    /// <param name="expected">What was expected, where it is none; else null.</param>
    /// <returns>Null where it is none, never comes, or comes more often.</returns>
    public static Schedule? Read(string cron, Pace pace, out string? expected)
    {
        expected = $"a cron expression with seconds, as {pace.Example}";
        if (!CronExpression.TryParse(cron, out var parsed) || parsed is null)
        {
            return null;
        }

        var utc = new CronExpression(parsed.CronExpressionString, TimeZoneInfo.Utc);
        if (utc.GetNextValidTimeAfter(Anywhere) is not { } first)
        {
            expected = "a time that comes after 2025";
            return null;
        }

        // What comes more often than it can be read or done is a mistake in the first field, nearly always.
        for (var (i, last) = (0, first); i < 50 && utc.GetNextValidTimeAfter(last) is { } next; (i, last) = (i + 1, next))
        {
            if (next - last < pace.Shortest)
            {
                expected = pace.Expected;
                return null;
            }
        }

        expected = null;
        return new Schedule(utc);
    }

    /// <summary>The last slot at or before an instant; null where there is none.</summary>
    public Slot? Latest(DateTimeOffset now, TimeZoneInfo zone)
    {
        // A clock is put forward or back by less than a day: from there on backwards, the first that has come.
        var from = new DateTimeOffset(TimeZoneInfo.ConvertTime(now, zone).DateTime, TimeSpan.Zero).AddDays(1);
        for (var local = _cron.GetPreviousValidTimeBefore(from); local is { } at; local = _cron.GetPreviousValidTimeBefore(at))
        {
            if (Of(at.DateTime, zone) is var slot && slot.At <= now)
            {
                return slot;
            }
        }

        return null;
    }

    /// <summary>The first slot after an instant; null where there is none.</summary>
    public Slot? Next(DateTimeOffset now, TimeZoneInfo zone)
    {
        var from = new DateTimeOffset(TimeZoneInfo.ConvertTime(now, zone).DateTime, TimeSpan.Zero).AddDays(-1);
        for (var local = _cron.GetNextValidTimeAfter(from); local is { } at; local = _cron.GetNextValidTimeAfter(at))
        {
            if (Of(at.DateTime, zone) is var slot && slot.At > now)
            {
                return slot;
            }
        }

        return null;
    }

    private static Slot Of(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new Slot(local, new DateTimeOffset(local, offset).ToUniversalTime());
    }

    /// <summary>How often a schedule may come.</summary>
    /// <param name="Shortest">The shortest time between two slots.</param>
    /// <param name="Example">A good expression and what it means, for faults.</param>
    /// <param name="Expected">What is expected of one that comes more often, for faults.</param>
    internal sealed record Pace(TimeSpan Shortest, string Example, string Expected);
}
