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

    private Schedule(CronExpression cron) => _cron = cron;

    /// <summary>The expression, as settings have it.</summary>
    public string Cron => _cron.CronExpressionString;

    /// <summary>Reads an expression of six or seven fields, seconds first.</summary>
    /// <param name="cron">For example <c>0 0 7 ? * MON</c>.</param>
    /// <param name="expected">What was expected, where it is none; else null.</param>
    /// <returns>Null where it is none, never comes, or comes more often than once an hour.</returns>
    public static Schedule? Read(string cron, out string? expected)
    {
        expected = "a cron expression with seconds, as 0 0 7 ? * MON for Mondays at seven";
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

        // What comes more often than its reports can be read is a mistake in the first field, nearly always.
        for (var (i, last) = (0, first); i < 50 && utc.GetNextValidTimeAfter(last) is { } next; (i, last) = (i + 1, next))
        {
            if (next - last < TimeSpan.FromHours(1))
            {
                expected = "at most once an hour, with 0 for seconds and one number for minutes, as 0 0 7 ? * MON";
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
}
