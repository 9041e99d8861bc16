using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using BacklogHealth.Acceptance.Browsers;
using BacklogHealth.Reports;
using BacklogHealth.Steps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BacklogHealth.Acceptance;

/// <summary>The reports in a real browser: nothing scrolls sideways, every picture is drawn with all its words, nothing is fetched from elsewhere.</summary>
public sealed partial class BrowserTests
{
    [Fact]
    public async Task Reports_fit_every_width_and_show_every_picture()
    {
        SystemBrowser.SkipWithout();
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        var delivered = await run.Flow(store).Whole(run.Team("Checkout"), new ReportRequest([.. Audiences.All], ["html"], run.ReportFolder), CancellationToken.None);
        await using var site = await Site.Serve(run.ReportFolder);
        foreach (var file in delivered.Saved.Files.Select(Path.GetFileName))
        {
            foreach (var width in new[] { 320, 400, 1280 })
            {
                var seen = await site.Look(file!, width);
                Assert.True(seen.Contains($"fits=true width={width} ", StringComparison.Ordinal), $"{file} at {width}: {seen}");
                Assert.Contains("blank=0", seen, StringComparison.Ordinal);
                Assert.True(seen.Contains("cut=[]", StringComparison.Ordinal), $"{file} at {width}: words of a picture leave it: {seen}");
                Assert.Contains("headings=1", seen, StringComparison.Ordinal);
            }
        }

        Assert.All(site.Asked, path => Assert.Matches("^/(?:[a-z-]+\\.html|look|favicon\\.ico)$", path));
    }

    /// <summary>Serves the pages on loopback, with a page beside them that measures one in a frame of a given width.</summary>
    private sealed partial class Site(WebApplication app, string address) : IAsyncDisposable
    {
        private readonly List<string> _asked = [];

        public IReadOnlyList<string> Asked => _asked;

        public static async Task<Site> Serve(string folder)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
            builder.Services.AddRoutingCore();
            var app = builder.Build();
            Site? site = null;
            app.Use(async (HttpContext context, RequestDelegate next) =>
            {
                lock (site!._asked)
                {
                    site._asked.Add(context.Request.Path);
                }

                await next(context);
            });
            app.MapGet("/look", (HttpContext c) => Write(c, Frame(c.Request.Query["file"]!, c.Request.Query["width"]!)));
            app.MapGet("/{file}", async (HttpContext c, string file) =>
            {
                var path = Path.Combine(folder, file);
                if (File.Exists(path))
                {
                    await Write(c, await File.ReadAllTextAsync(path));
                }
                else
                {
                    c.Response.StatusCode = 404;
                }
            });
            await app.StartAsync();
            site = new Site(app, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            return site;
        }

        public async Task<string> Look(string file, int width)
        {
            var profile = Directory.CreateTempSubdirectory("backlog-health-browser-").FullName;
            try
            {
                var start = new ProcessStartInfo(SystemBrowser.Path!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
                foreach (var argument in new[] { "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--user-data-dir={profile}", "--window-size=1400,1200", "--virtual-time-budget=5000", "--dump-dom", FormattableString.Invariant($"{address}/look?file={file}&width={width}") })
                {
                    start.ArgumentList.Add(argument);
                }

                using var browser = Process.Start(start)!;
                _ = browser.StandardError.ReadToEndAsync();
                var dom = await browser.StandardOutput.ReadToEndAsync();
                await browser.WaitForExitAsync();
                return Seen().Match(dom).Value;
            }
            finally
            {
                Directory.Delete(profile, recursive: true);
            }
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();

        private static async Task Write(HttpContext context, string html)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(html);
        }

        // The report allows no script but its own; this page stands beside it.
        private static string Frame(string file, string width) => $$"""
            <!doctype html><title>look</title><p id="seen">not yet</p><iframe id="frame" src="/{{file}}" style="border:0;width:{{width}}px;height:1000px"></iframe>
            <script>
              document.getElementById("frame").onload = e => {
                const page = e.target.contentDocument;
                const blank = [...page.images].filter(i => i.complete && i.naturalWidth === 0 || !i.alt).length;
                const leaves = t => {
                  const [words, picture] = [t.getBoundingClientRect(), t.closest("svg").getBoundingClientRect()];
                  return words.left < picture.left - 2 || words.right > picture.right + 2;
                };
                const cut = [...page.querySelectorAll("svg text")].filter(leaves).map(t => t.textContent);
                document.getElementById("seen").textContent = "fits=" + (page.documentElement.scrollWidth <= {{width}}) + " width={{width}} scroll=" + page.documentElement.scrollWidth
                  + " images=" + page.images.length + " cut=[" + cut.join("; ") + "] blank=" + blank + " headings=" + page.querySelectorAll("h1").length + " end";
              };
            </script>
            """;

        [GeneratedRegex("fits=.*? end", RegexOptions.None, 5000)]
        private static partial Regex Seen();
    }
}
