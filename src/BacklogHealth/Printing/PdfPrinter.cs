using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace BacklogHealth.Printing;

/// <summary>
/// Prints a page as PDF through a browser of this machine: without a window, a network or a profile of anybody's. The file appears whole or not at all.
/// Title, language, outline and tags for screen readers come from the page; on the same browser, the same page gives the same bytes.
/// </summary>
/// <param name="browser">The browser's program.</param>
/// <param name="time">The clock that ends a browser which does not end by itself.</param>
internal sealed class PdfPrinter(string browser, TimeProvider time)
{
    /// <summary>How long one page may take. A large one takes seconds; a slow machine is given time.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <summary>Prints one page.</summary>
    /// <param name="html">The page, which needs nothing else.</param>
    /// <param name="at">The instant that the file says it was made at.</param>
    /// <param name="file">Where the PDF belongs; what was there stays until the new one is whole.</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <exception cref="UserError">The browser could not be started, failed, hung, or gave no PDF.</exception>
    public async Task Print(string html, DateTimeOffset at, string file, CancellationToken cancellation)
    {
        // Beside the file, not among temporary files: a browser in a sandbox of its own may see no others, and moving within a folder is all or nothing.
        var work = file + ".part";
        Discard(work);
        var profile = Directory.CreateTempSubdirectory("backlog-health-pdf-").FullName;
        try
        {
            Directory.CreateDirectory(work);
            var (page, draft) = (Path.GetFullPath(Path.Combine(work, "page.html")), Path.GetFullPath(Path.Combine(work, "page.pdf")));
            await File.WriteAllTextAsync(page, html, cancellation);
            var said = await Run([.. Arguments(profile), $"--print-to-pdf={draft}", new Uri(page).AbsoluteUri], cancellation);
            var pdf = File.Exists(draft) ? await File.ReadAllBytesAsync(draft, cancellation) : [];
            if (PdfFile.Pages(pdf) == 0)
            {
                throw Failed($"gave {(pdf.Length == 0 ? "no file" : "a file that is no whole PDF")}", said);
            }

            PdfFile.SetDates(pdf, at);
            await File.WriteAllBytesAsync(draft, pdf, cancellation);
            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            Discard(work);
            Discard(profile);
        }
    }

    private static string[] Arguments(string profile)
    {
        string[] arguments =
        [
            "--headless", $"--user-data-dir={profile}", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-gpu", "--disable-dev-shm-usage",
            // The page asks for nothing, and its own policy would forbid it. This keeps the browser's own services quiet as well.
            "--disable-background-networking", "--disable-component-update", "--no-pings", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
        ];

        // In a container all runs as root, whom Chromium refuses to serve inside its sandbox. For everybody else the sandbox stays.
        return OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? [.. arguments, "--no-sandbox"] : arguments;
    }

    /// <summary>Runs the browser to its end; gives the last line that it said of itself.</summary>
    private async Task<string> Run(string[] arguments, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var process = Start(arguments);
        var (said, _) = (LastLine(process.StandardError), LastLine(process.StandardOutput));
        try
        {
            await process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            throw Failed(string.Create(CultureInfo.InvariantCulture, $"did not end within {Limit.TotalMinutes:0} minutes and was ended"), "");
        }

        // A child may still hold the pipe open: its end is not waited for.
        await Task.WhenAny(said, Task.Delay(LastWords, time, cancellation));
        var last = said.IsCompletedSuccessfully ? await said : "";
        return process.ExitCode == 0 ? last : throw Failed(string.Create(CultureInfo.InvariantCulture, $"ended with code {process.ExitCode}"), last);
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(browser) { UseShellExecute = false, CreateNoWindow = true, RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(arguments, start.ArgumentList.Add);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw Failed("could not be started", e.Message);
        }
    }

    private UserError Failed(string how, string said)
    {
        var line = said.Length == 0 ? "" : $" It said: {(said.Length > 200 ? said[..200] + "…" : said).TrimEnd('.')}.";
        return new UserError(ExitCode.Failed, $"{browser}: it {how}; expected a printed PDF.{line} Try again, or set Reports:Browser to another Chromium, Chrome or Edge.");
    }

    /// <summary>Reads to the end, since a full pipe would stop the browser, and keeps the last line with words.</summary>
    private static async Task<string> LastLine(StreamReader reader)
    {
        var last = "";
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            last = string.IsNullOrWhiteSpace(line) ? last : line.Trim();
        }

        return last;
    }

    // Best effort: a file that a virus scanner still holds must not turn a printed report into a failure.
    private static void Discard(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
