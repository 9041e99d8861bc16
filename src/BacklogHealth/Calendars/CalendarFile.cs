using System.Globalization;
using System.Text;
using BacklogHealth.Core.Flow;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace BacklogHealth.Calendars;

/// <summary>
/// Reads days off out of a calendar file (iCalendar, .ics): its all-day events, with those that repeat. Whether an event is marked as free or busy does
/// not matter, since calendars of public holidays are marked as free. Events with a time of day and cancelled ones are no days off. A file comes from
/// anywhere, so that its size, its rules and the dates they give are bounded: whatever it holds, it ends in days or in a sentence.
/// </summary>
internal static class CalendarFile
{
    private const int LargestMegabytes = 5;
    private const int MostDates = 20_000;
    private const string Expected = "an iCalendar file (.ics), which begins with BEGIN:VCALENDAR";

    // A rule by days that meets one of them a year looks at 366 in between; one that looks at more and meets none is not followed to the end of time.
    private static readonly EvaluationOptions Bounded = new() { MaxUnmatchedIncrementsLimit = 400 };

    /// <summary>The days off from a day on, up to and without another.</summary>
    /// <exception cref="UserError">The file is not there, is no calendar, or holds what no calendar of days off holds.</exception>
    public static DaysOff Read(string file, DateOnly from, DateOnly to)
    {
        var events = Events(file, Text(file));

        // A day of a series that was moved or called off stands in the file once more, with the day it replaces.
        var replaced = events.Where(e => e.RecurrenceIdentifier is not null).Select(e => (e.Uid, e.RecurrenceIdentifier!.StartTime.Date)).ToHashSet();
        var days = new HashSet<DateOnly>();
        var left = MostDates;
        foreach (var allDay in events.Where(e => e.IsAllDay && !string.Equals(e.Status, EventStatus.Cancelled, StringComparison.OrdinalIgnoreCase)))
        {
            RefuseRule(file, allDay);
            foreach (var (first, end) in Dates(file, allDay).TakeWhile(d => d.First < to))
            {
                var stands = allDay.RecurrenceIdentifier is not null || !replaced.Contains((allDay.Uid, first));
                for (var day = first > from ? first : from; stands && day < end && day < to && left > 0; day = day.AddDays(1))
                {
                    days.Add(day);
                    left--;
                }

                if (--left < 0)
                {
                    throw UserError.Usage(FormattableString.Invariant($"{file}: found more than {MostDates} dates; expected a calendar of days off. Export the days off alone."));
                }
            }
        }

        var off = DaysOff.Of(days);
        return DaysOffLimit.Find(off) is { } fault ? throw UserError.Usage($"{file}: found {fault.Found}; expected {fault.Expected}. Take out of the calendar what is no day off of the whole team.") : off;
    }

    private static string Text(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[(LargestMegabytes * 1024 * 1024) + 1];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read == bytes.Length)
            {
                throw UserError.Usage(FormattableString.Invariant($"{file}: found more than {LargestMegabytes} MB; expected a calendar of days off, which is small. Export the days off alone."));
            }

            using var text = new StreamReader(new MemoryStream(bytes, 0, read), Encoding.UTF8);
            return text.ReadToEnd();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw UserError.Usage($"{file}: there is no such file. Expected {Expected}. Correct the path, or leave it out.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw UserError.Usage($"{file}: the calendar file cannot be read. Expected a file that this account may read. Make it readable, or leave it out.");
        }
    }

    private static List<CalendarEvent> Events(string file, string text)
    {
        CalendarCollection calendars;
        try
        {
            calendars = CalendarCollection.Load(text);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What a broken file makes a reader throw is of many kinds; all of them mean the same.
            throw UserError.Usage($"{file}: found what is no calendar ({Short(e.Message)}); expected {Expected}. Export or download it again; what is behind an address that asks for a sign-in is a web page.");
        }

        return calendars.Count > 0 ? [.. calendars.SelectMany(c => c.Events)] : throw UserError.Usage($"{file}: found no calendar in it; expected {Expected}. Export or download it again.");
    }

    private static void RefuseRule(string file, CalendarEvent allDay)
    {
        var rules = allDay.Properties.AllOf("RRULE").Concat(allDay.Properties.AllOf("EXRULE")).Select(p => p.Value).OfType<RecurrenceRule>();
        if (rules.FirstOrDefault(r => r.Frequency < FrequencyType.Daily) is { } rule)
        {
            throw UserError.Usage($"{file}: found {Named(allDay)} with the rule {Short(rule.ToString() ?? "")}; expected that an all-day event repeats by day, week, month or year. Correct the event, or take it out.");
        }
    }

    private static IEnumerable<(DateOnly First, DateOnly End)> Dates(string file, CalendarEvent allDay)
    {
        using var occurrences = allDay.GetOccurrences(null, Bounded).GetEnumerator();
        for (var found = 0; ; found++)
        {
            (DateOnly, DateOnly) dates;
            try
            {
                if (!occurrences.MoveNext())
                {
                    yield break;
                }

                var first = occurrences.Current.Period.StartTime.Date;
                var end = occurrences.Current.Period.EffectiveEndTime?.Date ?? first;
                dates = (first, end > first || first == DateOnly.MaxValue ? end : first.AddDays(1));
            }
            catch (EvaluationOutOfRangeException) when (found > 0)
            {
                // Behind the last year there is.
                yield break;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw UserError.Usage($"{file}: found {Named(allDay)} whose days cannot be told{(e is EvaluationLimitExceededException ? ", since its rule meets none" : $" ({Short(e.Message)})")}; expected a day, or a rule that meets one at least once in some years. Correct the event, or take it out.");
            }

            yield return dates;
        }
    }

    private static string Named(CalendarEvent allDay) =>
        string.Create(CultureInfo.InvariantCulture, $"the all-day event '{Short(allDay.Summary ?? "")}' of {allDay.Start!.Date:yyyy-MM-dd}");

    private static string Short(string text)
    {
        var line = new string([.. text.Where(c => !char.IsControl(c)).Take(81)]).Trim().TrimEnd('.');
        return line.Length > 80 ? line[..80] + "…" : line;
    }
}
