using System.CommandLine;
using System.Globalization;
using BacklogHealth.Delivery;
using BacklogHealth.Json;
using BacklogHealth.Scheduling;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>deliver</c>: sends what is due, or shows what would be sent to whom.</summary>
internal static class DeliverCommand
{
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Sends nothing and writes nothing: shows what would be sent to whom, and what was." };
    private static readonly Option<string?> Named = new("--subscription") { Description = "One subscription: its current period, if not sent yet.", HelpName = "N" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("deliver", "Sends what is due.", "deliver --dry-run", "deliver", "deliver --subscription weekly") { DryRun, Named, SharedOptions.Json };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var subscriptions = Asked(call);
        await using var store = await call.OpenStore(cancellation);
        var codes = new List<ExitCode>();
        foreach (var subscription in subscriptions)
        {
            codes.Add(await Faults.GuardOne(call.Host, () => One(call, store, subscription, cancellation)));
            cancellation.ThrowIfCancellationRequested();
        }

        return ExitCodes.Join(codes);
    }

    private static IReadOnlyList<SubscriptionSettings> Asked(Call call)
    {
        var all = call.Settings.Subscriptions;
        if (all.IsEmpty)
        {
            throw UserError.Usage($"{call.ConfigFile}: there is no subscription. Expected at least one under Subscriptions, as in appsettings.example.json. Add one.");
        }

        var name = call.Get(Named);
        return name is null ? all
            : all.Where(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } found ? found
            : throw UserError.Usage($"--subscription {name}: there is no such subscription. There are: {string.Join(", ", all.Select(s => s.Name))}. Correct the name.");
    }

    private static async Task<ExitCode> One(Call call, BacklogStore store, SubscriptionSettings settings, CancellationToken cancellation)
    {
        var (subscription, zone, packing, run) = await ReadySubscription.Of(settings, call.Settings, store, call.Host, call.Screen, call.Get(DryRun) ? null : Keeping.Of(call.Settings, call.ConfigFile, call.Host.Time, call.Screen.Warn), cancellation);
        if (run.Due is not { } due)
        {
            call.Screen.Say($"{subscription.Name}: its schedule has not come yet.");
            return ExitCode.Done;
        }

        TellDue(call, subscription, zone, due);
        if (call.Get(DryRun))
        {
            var standing = await run.Standing(due, cancellation);
            Tell(call, subscription, zone, due, standing);
            if (!call.Get(SharedOptions.Json) && standing.Any(d => d.State == DispatchState.Pending))
            {
                TellParcel(call, subscription, await packing.For(due, cancellation));
            }

            return ExitCode.Done;
        }

        var tried = await run.Send(cancellation);
        Tell(call, subscription, zone, due, call.Get(SharedOptions.Json) ? await run.Standing(due, cancellation) : tried);
        if (tried.Count == 0)
        {
            call.Screen.Say($"{subscription.Name}: nothing is to be sent now.");
        }

        foreach (var failed in tried.Where(d => d.State is not (DispatchState.Accepted or DispatchState.LeftOut)))
        {
            call.Screen.Warn(failed.Note ?? "");
        }

        return tried.All(d => d.State is DispatchState.Accepted or DispatchState.LeftOut) ? ExitCode.Done : ExitCode.Failed;
    }

    private static void TellDue(Call call, SubscriptionSettings subscription, TimeZoneInfo zone, Slot due)
    {
        var next = subscription.Schedule.Next(call.Now, zone);
        call.Screen.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{subscription.Name}: due on {due.Local:dddd, d MMMM yyyy, HH:mm} ({zone.Id}){(due.IsLate(call.Now) ? ", late" : "")}; next {(next is null ? "never" : $"on {next.Local:dddd, d MMMM yyyy, HH:mm}")}."));
    }

    private static void Tell(Call call, SubscriptionSettings subscription, TimeZoneInfo zone, Slot due, IReadOnlyList<Dispatch> dispatches)
    {
        if (call.Get(SharedOptions.Json))
        {
            call.Host.Output.WriteLine(JsonWriting.Text(SubscriptionJson.From(subscription, zone, due, call.Now, dispatches), indented: false));
            return;
        }

        foreach (var dispatch in dispatches)
        {
            call.Host.Output.WriteLine($"{subscription.Name}: {dispatch.Key.Channel} to {dispatch.Key.Recipient}: {Standing(dispatch)}");
        }
    }

    private static void TellParcel(Call call, SubscriptionSettings subscription, Parcel parcel)
    {
        call.Host.Output.WriteLine($"{subscription.Name}: subject: {parcel.Mail.Subject}");
        foreach (var file in parcel.Files)
        {
            call.Host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{subscription.Name}: file: {file.Name}, {Math.Max(1, file.Content.Length / 1000):#,0} kB"));
        }
    }

    private static string Standing(Dispatch dispatch) => dispatch.State switch
    {
        DispatchState.Pending when dispatch.NextAt is { } at => string.Create(CultureInfo.InvariantCulture, $"to be tried again after {at:yyyy-MM-dd HH:mm} UTC, tried {(dispatch.Attempts == 1 ? "once" : $"{dispatch.Attempts} times")}"),
        DispatchState.Pending => "to be sent",
        DispatchState.Sending => "being sent",
        DispatchState.Accepted => string.Create(CultureInfo.InvariantCulture, $"sent {dispatch.EndedAt:yyyy-MM-dd HH:mm} UTC{(dispatch.Doubts > 0 ? "; it may have come twice" : "")}"),
        DispatchState.LeftOut => "left out, since nothing happened in the week before",
        DispatchState.Failed => string.Create(CultureInfo.InvariantCulture, $"failed {dispatch.EndedAt:yyyy-MM-dd HH:mm} UTC"),
        _ => string.Create(CultureInfo.InvariantCulture, $"unknown since {dispatch.EndedAt:yyyy-MM-dd HH:mm} UTC"),
    };
}
