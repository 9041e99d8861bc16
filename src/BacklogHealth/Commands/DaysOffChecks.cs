using System.Globalization;
using BacklogHealth.Calendars;
using BacklogHealth.Core.Flow;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary>What the doctor says of the days off of each team: how many come from where, and which is the next.</summary>
internal static class DaysOffChecks
{
    /// <summary>A line for each team that has any in its settings.</summary>
    public static async Task<List<DoctorCheck>> Of(Call call)
    {
        var checks = new List<DoctorCheck>();
        foreach (var team in call.Settings.Teams.Where(t => t.DaysOff.Length + t.CalendarFiles.Length > 0))
        {
            var today = new TeamCalendar(team.TimeZone ?? TimeZoneInfo.Utc).DayOf(call.Now);
            string? silent = null;
            var check = await DoctorCheck.Look($"{team.Name}, days off", () => Task.FromResult(Describe(team, today, out silent)));
            checks.Add(silent is null || check.Code != ExitCode.Done ? check
                : check with { Todo = $"{silent} holds no day of the next 12 months: get the file of the coming year." });
        }

        return checks;
    }

    private static string Describe(TeamSettings team, DateOnly today, out string? silent)
    {
        var days = today.AddMonths(12).DayNumber - today.DayNumber;
        var sources = team.CalendarFiles.Select(file => (Name: file, Off: TeamDaysOff.Of([], [file], today, today)))
            .Concat(team.DaysOff.IsEmpty ? [] : [(Name: "DaysOff", Off: DaysOff.Of(team.DaysOff))]).ToList();
        silent = sources.Where(s => s.Name != "DaysOff" && s.Off.Within(today, days) == 0).Select(s => s.Name).FirstOrDefault();
        var next = DaysOff.Of(sources.SelectMany(s => s.Off.Days)).From(today);
        return string.Create(CultureInfo.InvariantCulture, $"in the next 12 months {string.Join(", ", sources.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Off.Within(today, days)} from {s.Name}")))}; {(next is { } day ? $"next {day:yyyy-MM-dd}" : "none is to come")}");
    }
}
