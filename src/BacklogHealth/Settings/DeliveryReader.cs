using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.Settings;

/// <summary>Reads one delivery of the settings.</summary>
internal sealed class DeliveryReader(SettingsValues values, ImmutableArray<TeamSettings> teams)
{
    /// <summary>The delivery at a path.</summary>
    public DeliverySettings Read(string at)
    {
        var names = values.List(at, "Teams");
        var unknown = names.FirstOrDefault(n => teams.All(t => !t.Name.Equals(n, StringComparison.Ordinal)));
        if (unknown is not null)
        {
            values.Wrong($"{at}:Teams", $"'{unknown}'", teams.IsEmpty ? "the name of a team, and there is none" : $"one of: {string.Join(", ", teams.Select(t => t.Name))}", "Correct the name or add the team");
        }

        var delivery = new DeliverySettings(values.Needed(at, "Name"), names, values.List(at, "Items"), Due(at), values.YesOrNo(at, "Fixed"), values.Text(at, "Query"));
        if (delivery.Query.Length > 0 && unknown is null)
        {
            RefuseUnlessAsked(at, delivery);
        }
        else if (delivery.Query.Length == 0 && delivery.Items.IsEmpty && values.Given($"{at}:Items") is not { Length: > 0 })
        {
            values.Wrong($"{at}:Items", "neither items nor a query", "the keys of its epics or items, or in Query a query that finds them", "Add one of the two");
        }

        return delivery;
    }

    private DateOnly? Due(string at)
    {
        var due = values.Text(at, "Due");
        return due.Length == 0 ? null
            : DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : values.Wrong<DateOnly?>(null, $"{at}:Due", $"'{due}'", "a day as 2026-06-30", "Write it year first");
    }

    // A query needs a tracker. Where items are named, too, a team that is filled from files counts those.
    private void RefuseUnlessAsked(string at, DeliverySettings delivery)
    {
        var own = teams.Where(t => delivery.Teams.Contains(t.Name, StringComparer.Ordinal) || (delivery.Teams.IsEmpty && teams.Length == 1)).ToList();
        var without = own.Where(t => t.Connection.Length == 0).ToList();
        // A connection that is named and not there is told at the team; what follows from it is not told again.
        var misnamed = values.Below("Teams").Zip(teams).Any(t => t.Second.Connection.Length == 0 && values.Text($"Teams:{t.First}", "Connection").Length > 0);
        if (misnamed)
        {
            return;
        }

        if (teams.IsEmpty || (without.Count > 0 && (delivery.Items.IsEmpty || without.Count == own.Count)))
        {
            values.Wrong(
                $"{at}:Query", $"a query, and {(teams.IsEmpty ? "no team" : $"team {without[0].Name} without a connection")} whose tracker could be asked",
                "a query only for teams with a tracker", "Name the epics or items of the delivery in Items, or give the team a connection");
        }
    }
}
