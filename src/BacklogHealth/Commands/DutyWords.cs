using System.Globalization;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Duties;

namespace BacklogHealth.Commands;

/// <summary>The sixteen duties of one team for a terminal: a table of what is known, then what is not and why, then how each could mislead.</summary>
internal static class DutyWords
{
    public static void Print(Screen screen, TeamHealth health)
    {
        var duties = health.Duties.Duties;
        var known = health.Duties.Known.Count();
        screen.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{health.Team}, {health.Today:yyyy-MM-dd}: the data tell something of {known} of the {duties.Length} duties of a Product Owner."));
        if (known > 0)
        {
            screen.Table(["Duty", "What is measured", "Now", Since(health), "Rests on"], duties.SelectMany(Rows));
        }

        Section(screen, "Not available, which says nothing bad of it:", duties.Where(d => d.Duty.IsMeasured).SelectMany(NotKnown));
        Section(screen, "How each could mislead, and what is done about it:", health.Duties.Known.Concat(duties.Where(d => !d.Duty.IsMeasured)).SelectMany(Trap));
    }

    private static string Since(TeamHealth health) => health.LastWeek is { } week
        ? string.Create(CultureInfo.InvariantCulture, $"Since {health.Calendar.DayOf(week.AsOf):yyyy-MM-dd}")
        : "Since last week";

    private static IEnumerable<IReadOnlyList<string>> Rows(MeasuredDuty duty) => duty.Measures.Where(m => m.Available)
        .Select((m, i) => (IReadOnlyList<string>)[i == 0 ? Title(duty) : "", $"{m.Name}", $"{m.Said}", $"{m.Moved}", m.Count is null || m.N < m.Of ? $"{m.Basis}" : ""]);

    private static IEnumerable<string> NotKnown(MeasuredDuty duty) => duty.NotAvailable.Select(n => $"  {Title(duty)}: {string.Join("; ", n.Names)}. {n.Reason}");

    private static IEnumerable<string> Trap(MeasuredDuty duty) => [$"  {Title(duty)}: {duty.Duty.Trap}", $"     {duty.Duty.Avoided}"];

    private static string Title(MeasuredDuty duty) => string.Create(CultureInfo.InvariantCulture, $"{duty.Duty.Id,2} {duty.Duty.Name}");

    private static void Section(Screen screen, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        screen.Output.WriteLine();
        screen.Output.WriteLine(title);
        all.ForEach(screen.Output.WriteLine);
    }
}
