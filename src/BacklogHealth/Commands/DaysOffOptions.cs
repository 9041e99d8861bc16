using System.CommandLine;
using BacklogHealth.Calendars;
using BacklogHealth.Core.Flow;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary>Days off on the command line: those of a file of finish dates, or, for a team, what comes on top of its settings.</summary>
internal static class DaysOffOptions
{
    public static readonly Option<string[]> Calendar = new("--calendar") { Description = "A calendar file (iCalendar, .ics) whose all-day events are days off; may be given more than once. For a team, on top of its settings.", HelpName = "FILE" };

    public static readonly Option<DateOnly[]?> List = new("--days-off")
    {
        Description = "Days off, as 2026-12-24 or 2026-12-24..2027-01-01, several separated by commas. For a team, on top of its settings.",
        HelpName = "LIST",
        CustomParser = argument =>
        {
            var days = new List<DateOnly>();
            foreach (var text in argument.Tokens.SelectMany(t => t.Value.Split(',')))
            {
                var read = DayRange.Read(text);
                days.AddRange(read);
                if (read.IsEmpty)
                {
                    argument.AddError($"--days-off: found '{text}'; expected {DayRange.Expected}. Write it year first.");
                }
            }

            return [.. days];
        },
    };

    /// <summary>All days off for a history: of these options and, for a team, of its settings.</summary>
    /// <exception cref="UserError">A calendar file cannot be used, or hardly a day is left to work on.</exception>
    public static DaysOff Of(Call call, DailyCounts known, TeamSettings? team = null)
    {
        var asked = DaysOff.Of(call.Get(List) ?? []);
        return DaysOffLimit.Find(asked) is { } fault
            ? throw UserError.Usage($"--days-off: found {fault.Found}; expected {fault.Expected}. Look for a mistyped year.")
            : TeamDaysOff.Of(asked.Days.AddRange(team?.DaysOff ?? []), [.. call.Get(Calendar) ?? [], .. team?.CalendarFiles ?? []], known.First, known.End);
    }
}
