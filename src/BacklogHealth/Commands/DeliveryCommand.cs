using System.Collections.Immutable;
using System.CommandLine;
using BacklogHealth.Core.Health;
using BacklogHealth.Json;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>forecast delivery NAME</c>: when a delivery of one or several teams is done, its chance by the promised day, and what moved.</summary>
internal static class DeliveryCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Name of a delivery in the settings." };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "delivery", "When is a delivery done, how likely by its day, and what moved?", "forecast delivery \"Release 2\"", "forecast delivery \"Release 2\" --json")
        {
            Name, SharedOptions.AsOf, SharedOptions.Json,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var codes = new List<ExitCode>();
        await using var store = await call.OpenStore(cancellation);
        var teams = await call.Teams(store, cancellation);
        foreach (var delivery in Find(call.Settings, call.Get(Name)!))
        {
            var parts = ImmutableArray.CreateBuilder<DeliveryPart>();
            foreach (var team in teams.Where(t => delivery.Teams.Contains(t.Name, StringComparer.OrdinalIgnoreCase) || (delivery.Teams.IsEmpty && call.Settings.Teams.Length == 1)))
            {
                parts.Add(await PartOf(call, store, team, delivery.Name, cancellation));
            }

            codes.Add(parts.Count > 0 ? Print(call, JointDelivery.Of(parts.ToImmutable()))
                : throw UserError.Usage($"Deliveries, {delivery.Name}: found no team of this delivery. Expected the name of at least one under Teams. Correct the setting Deliveries."));
        }

        return ExitCodes.Join(codes);
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

    private static async Task<DeliveryPart> PartOf(Call call, BacklogStore store, Team team, string name, CancellationToken cancellation)
    {
        var stored = await StoreStep.AlreadyThere(team, store, cancellation);
        var scored = await ScoreStep.Of(stored, store, call.PastDay, call.Host.Time, cancellation);
        var health = (await ForecastStep.Of(scored, store, call.Settings, cancellation)).Health;
        var outlook = health.Deliveries.FirstOrDefault(d => d.Name == name && !d.IsNextItems)
            ?? throw new UserError(ExitCode.Incomplete, $"Deliveries, {name}: its query was never answered for team {team.Name}. Expected the items that it finds. Run `{Product.CommandLine} sync --team \"{team.Name}\"`, which tells why where the tracker refuses it.");
        return new DeliveryPart(
            team.Name, health.Today, outlook, health.Forecaster, Changes.Of(health).Deliveries.FirstOrDefault(m => m.Name == name && m.Days is not null));
    }

    // Several teams may each have their own delivery of the same name.
    private static List<DeliverySettings> Find(AppSettings settings, string name)
    {
        var found = settings.Deliveries.Where(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count > 0)
        {
            return found;
        }

        var names = settings.Deliveries.Select(d => d.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var nearest = NearestWord.To(name, names);
        throw UserError.Usage(names.Count == 0
            ? $"backlog-health forecast delivery: there is no delivery '{name}': the settings name none. Expected one under Deliveries. Add it, or ask `forecast when --items N`."
            : $"backlog-health forecast delivery: there is no delivery '{name}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} Expected one of: {string.Join(", ", names)}.");
    }
}
