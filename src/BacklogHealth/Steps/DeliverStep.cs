using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Reports;

namespace BacklogHealth.Steps;

/// <summary>What was delivered, and on what it rests.</summary>
internal sealed record Delivered(Forecasted Forecast, Saved Saved);

/// <summary>What was written.</summary>
/// <param name="Files">Paths, in the order of the reports.</param>
/// <param name="Faults">Why a form could not be written, each told once; all other forms were.</param>
internal sealed record Saved(ImmutableArray<string> Files, ImmutableArray<UserError> Faults);

/// <summary>Deliver: writes rendered reports into a folder, each file whole or not at all.</summary>
internal static class DeliverStep
{
    /// <summary>Characters; a file system allows 255 bytes, of which one letter may take three.</summary>
    private const int LongestName = 60;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Without the mark, a spreadsheet takes UTF-8 for the code page of its machine.
    private static readonly UTF8Encoding MarkedUtf8 = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes the files; gives their paths in the order of the reports.</summary>
    public static async Task<Delivered> ToFolder(Reported reported, ReportRequest request, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        var faults = ImmutableArray.CreateBuilder<UserError>();
        foreach (var (name, report) in reported.Reports)
        {
            var saved = await Save(report, $"{FileName(reported.Forecast.Health.Team)}-{name}", reported.Forecast.Health.AsOf, request, cancellation);
            files.AddRange(saved.Files);
            faults.AddRange(saved.Faults);
        }

        return new Delivered(reported.Forecast, new Saved(files.ToImmutable(), [.. faults.DistinctBy(f => f.Message)]));
    }

    /// <summary>Saves one report in the forms asked for.</summary>
    /// <param name="report">The report.</param>
    /// <param name="name">Name of its files, without what tells the form.</param>
    /// <param name="at">The instant it speaks of.</param>
    /// <param name="request">Forms and folder.</param>
    /// <param name="cancellation">Stops it between files.</param>
    public static async Task<Saved> Save(RenderedReport report, string name, DateTimeOffset at, ReportRequest request, CancellationToken cancellation)
    {
        Directory.CreateDirectory(request.Folder);
        var (files, faults) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<UserError>());
        foreach (var format in request.Formats)
        {
            try
            {
                files.AddRange(await Save(Path.Combine(request.Folder, name), format, at, report, request, cancellation));
            }
            catch (UserError e)
            {
                faults.Add(e);
            }
        }

        return new Saved(files.ToImmutable(), faults.ToImmutable());
    }

    /// <summary>Saves one form of a report, which is several files for <c>csv</c>; gives their paths.</summary>
    private static async Task<IReadOnlyList<string>> Save(string file, string format, DateTimeOffset at, RenderedReport report, ReportRequest request, CancellationToken cancellation)
    {
        if (format == "csv")
        {
            return await CsvFolder.Save(file, report.Csv, (path, text) => WriteWhole(path, text, MarkedUtf8, cancellation), cancellation);
        }

        var path = $"{file}.{format}";
        await (format == "pdf" ? request.Printer!.Print(report.Html, at, path, cancellation) : WriteWhole(path, Content(report, format), Utf8, cancellation));
        return [path];
    }

    private static string Content(RenderedReport report, string format) => format switch
    {
        "html" => report.Html,
        "md" => report.Markdown,
        _ => report.Json.ToJsonString(Indented) + "\n",
    };

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private static Task WriteWhole(string file, string content, Encoding encoding, CancellationToken cancellation) =>
        WriteWhole(file, [.. encoding.GetPreamble(), .. encoding.GetBytes(content)], cancellation);

    /// <summary>Writes a file beside its place and moves it there, so that a full disk leaves the last good report where it is.</summary>
    public static async Task WriteWhole(string file, byte[] content, CancellationToken cancellation)
    {
        var draft = file + ".part";
        try
        {
            await File.WriteAllBytesAsync(draft, content, cancellation);
            File.Move(draft, file, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>
    /// A team's name as the first part of a file's name: lower case, anything but letters and digits becomes a hyphen. A name too long for a file is
    /// cut, with a few digits that tell it from others that begin alike.
    /// </summary>
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
        return trimmed.Length == 0 ? "team"
            : trimmed.Length <= LongestName ? trimmed
            : $"{trimmed[..LongestName].TrimEnd('-')}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(team)))[..8]}";
    }
}
