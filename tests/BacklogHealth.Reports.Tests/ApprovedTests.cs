using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BacklogHealth.Testing;

namespace BacklogHealth.Reports.Tests;

/// <summary>
/// What the reports of the sample team say and what their charts draw, as somebody has read and approved it in <c>Approved/</c>. Set
/// BACKLOGHEALTH_ACCEPT=1 to take over a wanted change; the difference of the files shows what a reader will see.
/// </summary>
public sealed class ApprovedTests
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("BACKLOGHEALTH_ACCEPT") == "1";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<ReportInput> Input = new(() => new SampleHealth().Input());

    public static TheoryData<Audience> Everyone => [.. Audiences.All];

    [Theory, MemberData(nameof(Everyone))]
    public void The_numbers_behind_each_chart_are_those_that_were_approved(Audience audience) =>
        Approved($"{Audiences.NameOf(audience)}-charts.txt", Charts(ReportWriter.Render(audience, Input.Value).Json));

    [Theory, MemberData(nameof(Everyone))]
    public void Headings_sentences_and_heads_of_tables_are_those_that_were_approved(Audience audience) =>
        Approved($"{Audiences.NameOf(audience)}-outline.txt", Outline(ReportWriter.Render(audience, Input.Value).Html));

    [Theory, MemberData(nameof(Everyone))]
    public void The_mail_is_the_one_that_was_approved(Audience audience)
    {
        var mail = ReportWriter.Render(audience, Input.Value).Mail(new([], "https://reports.acme.example/r/1", []));
        Approved($"{Audiences.NameOf(audience)}-mail.txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
    }

    private static void Approved(string name, string made)
    {
        var file = Repository.Path("tests", "BacklogHealth.Reports.Tests", "Approved", name);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (approved == made)
        {
            return;
        }

        if (Accept)
        {
            File.WriteAllText(file, made);
            return;
        }

        var (was, now) = (approved.Split('\n'), made.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(was.Length, now.Length)).FirstOrDefault(i => was[i] != now[i], Math.Min(was.Length, now.Length));
        Assert.Fail(FormattableString.Invariant(
            $"Approved/{name} differs from line {line + 1} on ({was.Length} lines approved, {now.Length} made):\n- {was.ElementAtOrDefault(line) ?? "(the end)"}\n+ {now.ElementAtOrDefault(line) ?? "(the end)"}\nTo take it over, run with BACKLOGHEALTH_ACCEPT=1."));
    }

    /// <summary>The charts of the document, a row on a line.</summary>
    private static string Charts(JsonNode document)
    {
        var text = new StringBuilder();
        foreach (var part in document["parts"]!.AsArray())
        {
            foreach (var chart in part!["charts"]!.AsArray())
            {
                text.Append(part["id"]).Append(" / ").Append(chart!["id"]).Append('\n');
                foreach (var said in new[] { "title", "caption", "alt" })
                {
                    text.Append(said).Append(": ").Append(chart[said]?.GetValue<string>() ?? "none").Append('\n');
                }

                text.Append(chart["columns"]!.ToJsonString(Readable)).Append('\n');
                text.Append(string.Concat(chart["rows"]!.AsArray().Select(r => r!.ToJsonString(Readable) + "\n"))).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The page without its pictures and without the rows of its tables.</summary>
    private static string Outline(string html)
    {
        var text = new StringBuilder();
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("h1,h2,h3,p,li,summary,table,section"))
        {
            text.Append(element.LocalName switch
            {
                "section" => $"\n[{element.Id}]\n",
                "h1" => $"# {Words(element)}\n",
                "h2" => $"## {Words(element)}\n",
                "h3" => $"### {Words(element)}\n",
                "li" => $"- {Words(element)}\n",
                "summary" => $"> {Words(element)}\n",
                "table" => FormattableString.Invariant($"| {string.Join(" | ", element.QuerySelectorAll("th").Select(Words))} | and {element.QuerySelectorAll("tbody tr").Length} rows\n"),
                _ => $"{Words(element)}\n",
            });
        }

        return text.ToString();
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
