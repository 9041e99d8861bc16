using BacklogHealth.Delivery;
using BacklogHealth.Settings;

namespace BacklogHealth.Serving;

/// <summary>Keeps what goes out, and tells where it can be read: a link for a mail.</summary>
/// <param name="past">Where reports are kept.</param>
/// <param name="links">Signs links; null where nobody said under which address people reach the pages.</param>
/// <param name="publicUrl">That address.</param>
/// <param name="warn">Tells what could not be kept: the report goes out all the same, without a link.</param>
internal sealed class Keeping(PastReports past, ReportLinks? links, Uri? publicUrl, Action<string> warn)
{
    /// <summary>What settings ask for.</summary>
    /// <exception cref="UserError">The key that signs links cannot be read or made.</exception>
    public static Keeping Of(AppSettings settings, string configFile, TimeProvider time, Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var serve = settings.Serve;
        return new Keeping(PastReports.Of(serve, time), serve.PublicUrl is null ? null : new ReportLinks(LinkKey.Of(settings, configFile), serve.LinkDays, time), serve.PublicUrl, warn);
    }

    /// <summary>Keeps the reports of one period of a subscription; gives the address of the one report, or of the page that lists them where they are several.</summary>
    /// <param name="period">For when they were due, by the clock on the wall.</param>
    /// <param name="subscription">The subscription; null for a run that is for nobody in particular.</param>
    /// <param name="reports">The forms of each team's report; see <see cref="PastReports.Keep"/>.</param>
    /// <param name="cancellation">Stops it between files.</param>
    public async Task<string?> Keep(DateTime period, string? subscription, IReadOnlyCollection<(string Team, IReadOnlyCollection<ParcelFile> Files)> reports, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reports);
        try
        {
            var pages = new List<PastReport>();
            foreach (var (team, files) in reports)
            {
                pages.AddRange((await past.Keep(period, subscription, team, files, cancellation)).Where(r => r.File.EndsWith(".html", StringComparison.Ordinal)));
            }

            return links is null || pages.Count == 0 ? null : new Uri(publicUrl!, links.Sign(pages.Count == 1 ? pages[0].Path : pages[0].Set.Path)).AbsoluteUri;
        }
        catch (UserError e)
        {
            warn(e.Message);
            return null;
        }
    }
}
