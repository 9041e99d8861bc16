using System.Collections.Immutable;
using System.Text;
using BacklogHealth.Reports;

namespace BacklogHealth.Steps;

/// <summary>What was delivered, and on what it rests.</summary>
internal sealed record Delivered(Forecasted Forecast, ImmutableArray<string> Files);

/// <summary>Deliver: writes rendered reports into a folder, each file whole or not at all.</summary>
internal static class DeliverStep
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files; gives their paths in the order of the reports.</summary>
    public static async Task<Delivered> ToFolder(Reported reported, ReportRequest request, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, report) in reported.Reports)
        {
            files.AddRange(await Write(report, $"{FileName(reported.Forecast.Health.Team)}-{name}", request, cancellation));
        }

        return new Delivered(reported.Forecast, files.ToImmutable());
    }

    /// <summary>Writes one report in the forms asked for; gives the paths.</summary>
    /// <param name="report">The report.</param>
    /// <param name="name">Name of its files, without what tells the form.</param>
    /// <param name="request">Forms and folder.</param>
    /// <param name="cancellation">Stops it between files.</param>
    public static async Task<IReadOnlyList<string>> Write(RenderedReport report, string name, ReportRequest request, CancellationToken cancellation)
    {
        Directory.CreateDirectory(request.Folder);
        var files = new List<string>();
        foreach (var format in request.Formats)
        {
            var file = Path.Combine(request.Folder, $"{name}.{format}");
            await WriteWhole(file, Content(report, format), cancellation);
            files.Add(file);
        }

        return files;
    }

    private static string Content(RenderedReport report, string format) => format switch
    {
        "html" => report.Html,
        "md" => report.Markdown,
        _ => report.Json.ToJsonString(Indented) + "\n",
    };

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    // Written beside and moved into place, so that a full disk leaves the last good report where it is.
    private static async Task WriteWhole(string file, string content, CancellationToken cancellation)
    {
        var draft = file + ".part";
        try
        {
            await File.WriteAllTextAsync(draft, content, Utf8, cancellation);
            File.Move(draft, file, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>A team's name as the first part of a file's name: lower case, anything but letters and digits becomes a hyphen.</summary>
    internal static string FileName(string team)
    {
        var name = new StringBuilder();
        foreach (var c in team.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var trimmed = name.ToString().Trim('-');
        return trimmed.Length == 0 ? "team" : trimmed;
    }
}
