using System.Net;
using System.Text.RegularExpressions;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>Whole reports in German, beside the same in English.</summary>
public sealed partial class GermanReportTests
{
    /// <summary>What German has as well, or names a thing that has no German name.</summary>
    private static readonly string[] Alike =
        ["Definition of Ready", "Definition of Done", "Product Owner", "BacklogHealth", "backlog-health", "Europe/Berlin", "Backlog", "Release", "Sprint", "Review", "Test", "Epic", "Refinement", "Tracker", "Status", "Workflow", "CRPS", "duties"];

    private static readonly Lazy<Dictionary<string, Dictionary<Audience, RenderedReport>>> Rendered = new(() => new(StringComparer.Ordinal)
    {
        ["en"] = All(new SampleHealth().Input()),
        ["de"] = All(GermanSample.Input(new SampleHealth())),
    });

    private static readonly Lazy<string[]> Left = new(() => [.. Data().Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(t => t.Length)]);

    public static TheoryData<Audience> Everyone => [.. Audiences.All];

    [Theory, MemberData(nameof(Everyone))]
    public void A_page_says_that_it_is_German(Audience audience)
    {
        Assert.Contains("<html lang=\"de\">", Rendered.Value["de"][audience].Html, StringComparison.Ordinal);
        Assert.Equal("de", Rendered.Value["de"][audience].Json["language"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Everyone))]
    public void No_sentence_is_left_in_English(Audience audience)
    {
        var english = Texts(Rendered.Value["en"][audience]).Select(Shape).ToHashSet(StringComparer.Ordinal);

        Assert.True(english.Count > 50, $"only {english.Count} different texts in the English report");
        Assert.Empty(Texts(Rendered.Value["de"][audience]).Select(Shape).Where(t => Words().IsMatch(t) && english.Contains(t)).Distinct());
    }

    [Theory, MemberData(nameof(Everyone))]
    public void No_English_word_is_left(Audience audience) =>
        Assert.Empty(Texts(Rendered.Value["de"][audience]).Select(Shape).Where(t => English().IsMatch(t)).Distinct());

    [Theory, MemberData(nameof(Everyone))]
    public void Numbers_and_days_are_written_as_in_German(Audience audience)
    {
        var texts = Texts(Rendered.Value["de"][audience]).Select(Own).ToList();

        Assert.Contains(texts, t => t.Contains("Montag, 23. November 2026, 07:00 Uhr", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("3,3 ", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, t => EnglishNumberOrDay().IsMatch(t));
    }

    [Fact]
    public void Thousands_have_a_point() =>
        Assert.Contains("in 1.000 Fällen weniger als einmal", Rendered.Value["de"][Audience.ProductOwner].Markdown, StringComparison.Ordinal);

    // The numbers of a section in any order: a German sentence may begin with the number with which the English one ends.
    [Theory, MemberData(nameof(Everyone))]
    public void Each_section_has_the_same_numbers_as_in_English(Audience audience)
    {
        var (english, german) = (Sections(Rendered.Value["en"][audience].Html), Sections(Rendered.Value["de"][audience].Html));

        Assert.Equal(english.Keys, german.Keys);
        Assert.All(english.Keys, id => Assert.Equal(Numbers(english[id], ',', "."), Numbers(german[id], '.', ",")));
    }

    /// <summary>Words of the sample's own data: titles, what is quoted of texts, states, the team.</summary>
    private static IEnumerable<string> Data()
    {
        var health = new SampleHealth().Build();
        return [.. health.Open.Select(o => o.Item.Title), .. health.Open.SelectMany(o => o.Score.Findings).SelectMany(f => f.Evidence).Select(e => e.Text),
            .. health.Workflow.States.Select(s => s.Name), health.Team, health.Version, health.Data.Source];
    }

    private static Dictionary<Audience, RenderedReport> All(ReportInput input) => Audiences.All.ToDictionary(a => a, a => ReportWriter.Render(a, input));

    /// <summary>All that a reader of any form reads.</summary>
    private static IEnumerable<string> Texts(RenderedReport report) =>
        Sections(report.Html).SelectMany(s => s.Value).Concat(OfPage(report.Html.Split("<section ")[0])).Concat(Link().Replace(report.Markdown, "").Split(['\n', '|'])).Concat(Sentences(report.Json)).Select(t => t.Trim()).Where(t => t.Length > 0);

    private static IEnumerable<string> Sentences(System.Text.Json.Nodes.JsonNode json) => json["parts"]!.AsArray().SelectMany(part => part!["sentences"]!.AsArray()
        .Concat(part["charts"]!.AsArray().SelectMany(c => new[] { c!["title"], c["caption"], c["alt"] }.Concat(c["columns"]!.AsArray()).Concat(c["rows"]!.AsArray().SelectMany(r => r!.AsArray())))))
        .Where(t => t?.GetValueKind() == System.Text.Json.JsonValueKind.String).Select(t => t!.GetValue<string>());

    private static IEnumerable<string> OfPage(string html) => PageText().Matches(html.Split("</style>")[^1]).Select(m => WebUtility.HtmlDecode(m.Groups["text"].Value));

    private static Dictionary<string, List<string>> Sections(string html) => html.Split("<section id=\"").Skip(1).Select(s => (Id: s.Split('"')[0], Html: s))
        .ToDictionary(s => s.Id, s => OfPage(s.Html).ToList(), StringComparer.Ordinal);

    /// <summary>A text without the words of data.</summary>
    private static string Own(string text) =>
        Key().Replace(Left.Value.Aggregate(text.Replace("\\", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal), (t, gone) => t.Replace(gone, "", StringComparison.OrdinalIgnoreCase)), "");

    /// <summary>The same without numbers and what is alike in both languages.</summary>
    private static string Shape(string text) => Digits().Replace(Alike.Aggregate(Own(text), (t, same) => t.Replace(same, "", StringComparison.Ordinal)), "#");

    private static List<string> Numbers(IEnumerable<string> texts, char thousands, string point) => [.. texts.SelectMany(t => Number().Matches(Day().Replace(Own(t), "")))
        .Select(m => m.Value.Replace($"{thousands}", "", StringComparison.Ordinal).Replace(point, ".", StringComparison.Ordinal).TrimEnd('.')).Order(StringComparer.Ordinal)];

    [GeneratedRegex("(>|(alt|aria-label|data-name)=\")(?<text>[^<>\"]*\\p{L}[^<>\"]*|[^<>\"]*\\d[^<>\"]*)(?=[<\"])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PageText();

    [GeneratedRegex(@"\(<[^>]*>\)", RegexOptions.None, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"CHK-\d+", RegexOptions.None, 10_000)]
    private static partial Regex Key();

    [GeneratedRegex(@"\d+([.,]\d+)*", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\d+", RegexOptions.None, 10_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\d{1,2}\.? (Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)\p{L}*\.?( \d{4})?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.None, 10_000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(the|of|and|is|are|were|to|by|with|for|from|that|this|these|which|than|not|no|none|one|items?|weeks?|days?|more|less|or|it|they|there|has|have|been|what|how|all|until|on|at|as|its|ready|finished|open|would|because)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex English();

    [GeneratedRegex(@"\d,\d{3}\b|\d\.\d{1,2}\b(?!\.)|\d (January|February|March|May|June|July|October|December|Mar|Oct|Dec)\b|\b(January|February|March|October|December|Monday)\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EnglishNumberOrDay();
}
