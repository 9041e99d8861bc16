using System.CommandLine;
using System.Text.Json;
using BacklogHealth.Jobs;
using BacklogHealth.Jobs.Apart;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Commands;

/// <summary><c>job</c>: does what <see cref="ApartProcess"/> orders on standard input, and answers on standard output. No help names it; its name and its JSON may change.</summary>
internal static class JobCommand
{
    // A little less than whoever ordered it waits.
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(12);

    // It is in the order as well; here it shows in lists of processes.
    private static readonly Argument<string> Name = new("NAME");

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("job", "Does one run of a job for `serve`.") { Hidden = true, EndsWithin = EndsWithin };
        command.Add(Name);
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var order = Read(await call.Host.Input.ReadLineAsync(cancellation));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var done = new TaskCompletionSource();
        _ = Task.Run(() => Watch(call.Host.Input, stop, done.Task), CancellationToken.None);
        try
        {
            await call.Host.Output.WriteLineAsync(JsonSerializer.Serialize(await Do(order, call, stop.Token), ApartJson.Default.ApartAnswer));
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Failed;
        }
        finally
        {
            done.SetResult();
        }
    }

    private static async Task<ApartAnswer> Do(ApartOrder order, Call call, CancellationToken stop)
    {
        using var measuring = new MeasuringApart();
        var warnings = new List<string>();
        var end = await End();
        return new ApartAnswer(end, [.. warnings], measuring.Heard());

        async Task<JobEnd> End()
        {
            try
            {
                RefuseAnother(order);
                var settings = new SettingsReader(MergedSettings.Of(order.ConfigFile, order.Settings, SecretFolders.Of(call.Host.Variables))).Read();
                await using var store = await Stores.Open(settings.Storage, call.Host.Time, stop);
                var work = new JobWork(store, settings, call.Host, Screen.Silent) { Keeping = Keeping.Of(settings, order.ConfigFile, call.Host.Time, warnings.Add) };
                return await JobBook.Do(order.Job)(work.Under(order.Claim), stop);
            }
            catch (Exception e) when (e is not OutOfMemoryException && !stop.IsCancellationRequested)
            {
                return JobEnd.Of(e);
            }
        }
    }

    private static ApartOrder Read(string? line)
    {
        ApartOrder? order = null;
        try
        {
            order = JsonSerializer.Deserialize(line ?? "null", ApartJson.Default.ApartOrder);
        }
        catch (JsonException)
        {
            // Told below.
        }

        return order is null ? throw UserError.Usage($"job: found no order on standard input. Expected one line of JSON from `{Product.CommandLine} serve`, which alone calls this. To do a job by hand, run `{Product.CommandLine} sync`, `score`, `report all` or `deliver`.")
            : order;
    }

    // Before the database is opened: a newer program would change it under the one that serves.
    private static void RefuseAnother(ApartOrder order)
    {
        if (order.Version != Product.Version)
        {
            throw UserError.Usage($"job {order.Job}: serve is version {order.Version}, and the program in its place is {Product.Version} by now. Expected the same. Start serve anew.");
        }
    }

    // Whoever ordered holds the other end until the answer is there: where it ends, they want none any more, or are dead.
    private static async Task Watch(TextReader input, CancellationTokenSource stop, Task done)
    {
        await input.ReadToEndAsync();
        if (done.IsCompleted)
        {
            return;
        }

        await stop.CancelAsync();
        if (await Task.WhenAny(done, Task.Delay(EndsWithin)) != done)
        {
            Environment.Exit((int)ExitCode.Failed);
        }
    }
}
