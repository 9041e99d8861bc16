using System.Collections.Immutable;
using System.CommandLine;
using BacklogHealth.Core.Health;
using BacklogHealth.Json;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>forecast delivery NAME</c>: when a delivery of one or several teams is done, its chance by the promised day, and what moved.</summary>
internal static class DeliveryCommand
{
    private static readonly Argument<string[]> Names = new("NAME") { Description = "Names of deliveries in the settings; all without one.", Arity = ArgumentArity.ZeroOrMore };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "delivery", "When is a delivery done, how likely by its day, and what moved?", "forecast delivery \"Release 2\"", "forecast delivery --json")
        {
            Names, SharedOptions.AsOf, SharedOptions.Json,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var joined = new List<JointDelivery>();
        await using var store = await call.OpenStore(cancellation);
        var teams = await call.Teams(store, cancellation);
        var healths = new Dictionary<string, TeamHealth>(StringComparer.Ordinal);
        foreach (var delivery in Find(call.Settings, call.Get(Names) ?? []))
        {
            var parts = ImmutableArray.CreateBuilder<DeliveryPart>();
            foreach (var team in teams.Where(t => call.Settings.DeliveriesOf(t.Name).Contains(delivery)))
            {
                var health = healths.TryGetValue(team.Name, out var known) ? known : healths[team.Name] = await HealthOf(call, store, team, cancellation);
                var outlook = health.Deliveries.FirstOrDefault(d => d.Name == delivery.Name && !d.IsNextItems)
                    ?? throw new UserError(ExitCode.Incomplete, $"Deliveries, {delivery.Name}: its query was never answered for team {team.Name}. Expected the items that it finds. Run `{Product.CommandLine} sync --team \"{team.Name}\"`, which tells why where the tracker refuses it.");
                parts.Add(new DeliveryPart(team.Name, health.Today, outlook, health.Forecaster, Changes.Of(health).Deliveries.FirstOrDefault(m => m.Name == delivery.Name && m.Days is not null)));
            }

            joined.Add(parts.Count > 0 ? JointDelivery.Of(parts.ToImmutable())
                : throw UserError.Usage($"Deliveries, {delivery.Name}: found no team of this delivery. Expected the name of at least one under Teams. Correct the setting Deliveries."));
        }

        var codes = joined.ConvertAll(joint => Print(call, joint));
        PrintTogether(call, joined);
        return ExitCodes.Join(codes);
    }

    private static void PrintTogether(Call call, List<JointDelivery> joined)
    {
        if (JointDelivery.AllByDue(joined) is not { } chance)
        {
            return;
        }

        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, new DeliveriesTogetherJson("backlog-health/deliveries/1", [.. joined.Where(j => j.ChanceByDue is not null).Select(j => j.Parts[0].Outlook.Name)], Math.Round(chance, 6)), indented: false);
        }
        else
        {
            call.Host.Output.WriteLine($"All of them by their days: {ForecastWords.Percent(chance)}.");
        }
    }

    private static ExitCode Print(Call call, JointDelivery joint)
    {
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, DeliveryJson.Of(joint), indented: false);
        }
        else
        {
            foreach (var line in DeliveryWords.Of(joint))
            {
                call.Host.Output.WriteLine(line);
            }
        }

        return joint.WhyNot.IsEmpty ? ExitCode.Done : ExitCode.Incomplete;
    }

    /// <summary>A team as its stored data tell of it, now or on the day asked for.</summary>
    internal static async Task<TeamHealth> HealthOf(Call call, BacklogStore store, Team team, CancellationToken cancellation) =>
        (await new HealthRun(store, call.Settings, call.Host.Time, call.Screen).Forecast(team, call.PastDay, cancellation)).Health;

    // Several teams may each have their own delivery of the same name.
    private static List<DeliverySettings> Find(AppSettings settings, string[] names)
    {
        var known = settings.Deliveries.Select(d => d.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var unknown = names.FirstOrDefault(n => !known.Contains(n, StringComparer.OrdinalIgnoreCase));
        if (known.Count > 0 && unknown is null)
        {
            return [.. settings.Deliveries.Where(d => names.Length == 0 || names.Contains(d.Name, StringComparer.OrdinalIgnoreCase))];
        }

        var nearest = unknown is null ? null : NearestWord.To(unknown, known);
        throw UserError.Usage(known.Count == 0
            ? $"backlog-health forecast delivery: {(unknown is null ? "there is no delivery" : $"there is no delivery '{unknown}'")}: the settings name none. Expected one under Deliveries. Add it, or ask `forecast when --items N`."
            : $"backlog-health forecast delivery: there is no delivery '{unknown}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} Expected one of: {string.Join(", ", known)}.");
    }
}
