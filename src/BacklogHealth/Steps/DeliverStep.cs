using System.Collections.Immutable;
using System.Text;
using BacklogHealth.Reports;

namespace BacklogHealth.Steps;

/// <summary>What was delivered, and on what it rests.</summary>
internal sealed record Delivered(Forecasted Forecast, ImmutableArray<string> Files)
{
    /// <summary>Why a form could not be written, each told once; all other forms were.</summary>
    public ImmutableArray<UserError> Faults { get; init; } = [];
}

/// <summary>Deliver: writes rendered reports into a folder, each file whole or not at all.</summary>
internal static class DeliverStep
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Without the mark, a spreadsheet takes UTF-8 for the code page of its machine.
    private static readonly UTF8Encoding MarkedUtf8 = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes the files; gives their paths in the order of the reports.</summary>
    public static async Task<Delivered> ToFolder(Reported reported, ReportRequest request, CancellationToken cancellation)
    {
        Directory.CreateDirectory(request.Folder);
        var files = ImmutableArray.CreateBuilder<string>();
        var faults = new Dictionary<string, UserError>(StringComparer.Ordinal);
        foreach (var (audience, report) in reported.Reports)
        {
            foreach (var format in request.Formats)
            {
                var file = Path.Combine(request.Folder, $"{FileName(reported.Forecast.Health.Team)}-{Audiences.NameOf(audience)}");
                try
                {
                    files.AddRange(await Write(file, format, reported.Forecast.Health.AsOf, report, request, cancellation));
                }
                catch (UserError e)
                {
                    faults.TryAdd(e.Message, e);
                }
            }
        }

        return new Delivered(reported.Forecast, files.ToImmutable()) { Faults = [.. faults.Values] };
    }

    /// <summary>Writes one form of a report, which is several files for <c>csv</c>; gives their paths.</summary>
    private static async Task<IReadOnlyList<string>> Write(string file, string format, DateTimeOffset at, RenderedReport report, ReportRequest request, CancellationToken cancellation)
    {
        if (format == "csv")
        {
            foreach (var table in report.Csv)
            {
                await WriteWhole($"{file}-{table.Name}.csv", table.Text, MarkedUtf8, cancellation);
            }

            return [.. report.Csv.Select(t => $"{file}-{t.Name}.csv")];
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

    // Written beside and moved into place, so that a full disk leaves the last good report where it is.
    private static async Task WriteWhole(string file, string content, Encoding encoding, CancellationToken cancellation)
    {
        var draft = file + ".part";
        try
        {
            await File.WriteAllTextAsync(draft, content, encoding, cancellation);
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
