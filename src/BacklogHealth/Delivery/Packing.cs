using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Printing;
using BacklogHealth.Reports;
using BacklogHealth.Scheduling;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Delivery;

/// <summary>
/// Makes what one subscription sends: the reports of its teams on what is stored, as one mail and as files. A team whose report cannot be made does not keep the
/// others from theirs; it is told in its place.
/// </summary>
internal sealed class Packing(SubscriptionSettings subscription, BacklogStore store, AppSettings settings, TimeProvider time, Func<PdfPrinter> printer)
{
    /// <summary>Keeps what goes out, so that a mail can link it; null where nothing goes out.</summary>
    public Keeping? Keeping { get; init; }

    /// <summary>Makes the parcel of a period.</summary>
    public async Task<Parcel> For(Slot slot, CancellationToken cancellation)
    {
        var quiet = true;
        var (reports, files, faults) = (new List<RenderedReport>(), ImmutableArray.CreateBuilder<ParcelFile>(), new List<string>());
        var kept = new List<(string Team, IReadOnlyCollection<ParcelFile> Files)>();
        var scope = settings with { StakeholdersSee = subscription.StakeholdersSee };
        var folder = Directory.CreateTempSubdirectory("backlog-health-parcel-").FullName;
        try
        {
            foreach (var name in subscription.Teams)
            {
                try
                {
                    var reported = await Reports(name, scope, cancellation);
                    var report = reported.Reports[0].Report;
                    RefuseFaulty(name, report);
                    reports.Add(report);
                    quiet &= QuietWeek.Of(reported.Forecast.Health);
                    var saved = await DeliverStep.Save(report, FileName(name, slot), reported.Forecast.Health.AsOf, Request(folder), cancellation);
                    faults.AddRange(saved.Faults.Select(f => f.Message));
                    var made = new List<ParcelFile>();
                    foreach (var file in saved.Files)
                    {
                        made.Add(new ParcelFile(Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancellation)));
                    }

                    files.AddRange(made);
                    if (Keeping is not null)
                    {
                        kept.Add((name, Whole(report, made)));
                    }
                }
                catch (UserError e)
                {
                    faults.Add(e.Message);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        ImmutableArray<Sentence> opening = slot.IsLate(time.GetUtcNow()) ? [MailSaid.Late(slot.Local)] : [];
        var link = Keeping is null ? null : await Keeping.Keep(slot.Local, subscription.Name, kept, cancellation);
        var notes = new MailNotes([.. opening, .. faults.Select(MailSaid.NotMade)], link, [.. files.Select(f => f.Name)]);
        var language = settings.Teams.FirstOrDefault(t => t.Name == subscription.Teams.FirstOrDefault())?.Language ?? "en";
        var mail = reports.Count == 0 ? MailSaid.Notice(language, subscription.Name, opening, faults) : MailPages.Join(reports, notes);
        return new Parcel(mail, files.ToImmutable())
        {
            IsQuiet = quiet && reports.Count > 0 && faults.Count == 0,
            Chat = !subscription.Channels.Any(c => c.Kind is ChannelKind.Teams or ChannelKind.Slack) ? null
                : reports.Count == 0 ? ChatPages.Notice(language, subscription.Name, opening, faults)
                : ChatPages.Join(reports, notes),
            Document = subscription.Channels.Any(c => c.Kind == ChannelKind.Webhook) ? DeliveryDocument.Write(subscription.Name, slot, mail, reports) : null,
        };
    }

    // What is wrong with the report itself is told in its place. Its page is drawn for this only where it goes somewhere.
    private void RefuseFaulty(string team, RenderedReport report)
    {
        var hasPage = Keeping is not null || subscription.Formats.Any(f => f is "html" or "pdf");
        if (ReportCheck.Of(report, hasPage) is { IsEmpty: false } wrong)
        {
            throw new UserError(ExitCode.Failed, $"team {team}: the report is held back, since {string.Join("; ", wrong)}. This is a fault of the program. Please report it with the output of `{Product.CommandLine} doctor`.");
        }
    }

    /// <summary>The whole report as it is kept: its page in any case, and the other forms that were made, named after the report alone.</summary>
    private List<ParcelFile> Whole(RenderedReport report, IEnumerable<ParcelFile> made)
    {
        var name = Audiences.NameOf(subscription.Audience);
        return [new ParcelFile($"{name}.html", Encoding.UTF8.GetBytes(report.Html)), .. made.Where(f => Path.GetExtension(f.Name) is not (".html" or ".csv")).Select(f => new ParcelFile(name + Path.GetExtension(f.Name), f.Content))];
    }

    private async Task<Reported> Reports(string name, AppSettings scope, CancellationToken cancellation)
    {
        var team = new Team(name, settings.Teams.First(t => t.Name == name), null);
        team = team with { Connection = settings.Connections.FirstOrDefault(c => c.Name == team.Settings.Connection) };
        var forecast = await new HealthRun(store, scope, time, Screen.Silent).Forecast(team, null, cancellation);
        return await ReportStep.Render(forecast, new ReportRequest([subscription.Audience], [], ""), scope, cancellation);
    }

    private ReportRequest Request(string folder) =>
        new([subscription.Audience], subscription.Formats, folder) { Printer = subscription.Formats.Contains("pdf") ? printer() : null };

    private string FileName(string team, Slot slot) => string.Create(
        CultureInfo.InvariantCulture, $"{DeliverStep.FileName(team)}-{Audiences.NameOf(subscription.Audience)}-{slot.Local:yyyy-MM-dd}{(slot.Local.TimeOfDay == TimeSpan.Zero ? "" : $"-{slot.Local:HHmm}")}");
}
