using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class CutInWordsTests
{
    [Theory]
    [InlineData("Create, edit, share and expire vouchers", "first: [create]; later: [edit], [share], [expire vouchers].", "Create", "edit", "share", "expire")]
    [InlineData("Create a voucher and send it by post", "first: [create a voucher]; later: [send it by post].", "Create", "send")]
    [InlineData("API: add paging and then remove the filter", "first: [add paging]; later: [remove the filter].", "add", "remove")]
    [InlineData("Add, edit, copy, share and remove a tag", "first: [add]; later: [edit], [copy], [share] and 1 more.", "Add", "edit", "copy", "share", "remove")]
    public void Joined_goals_are_cut_at_their_verbs(string title, string cut, params string[] verbs) =>
        Assert.Equal($"What first? One way to cut it, {cut}", Ask(Joined("title", title, verbs), title));

    [Fact]
    public void A_long_phrase_is_named_by_its_verb()
    {
        const string title = "Create a voucher and send it to the customer by post so that nobody has to wait in the shop";

        Assert.Equal("What first? One way to cut it, first: [create a voucher]; later: [send].", Ask(Joined("title", title, "Create", "send"), title));
    }

    [Fact]
    public void Goals_that_stand_in_the_description_are_named_by_their_verbs() =>
        Assert.Equal("What first? One way to cut it, first: [create]; later: [send].", Ask(Joined("description", "create it, send it", "create", "send"), "Vouchers"));

    [Fact]
    public void Criteria_are_cut_behind_those_that_one_item_has()
    {
        var finding = new Finding("SL002", Severity.Warning, 17, Score.Slicing, ImmutableSortedDictionary<string, string>.Empty.Add("n", "10"), [Words("no cancelled orders"), Words("German heads")]);

        Assert.Equal("What first? One way to cut it, first: the first eight criteria; later: [no cancelled orders], [German heads].", Ask(finding, "Export orders"));
    }

    [Theory]
    [InlineData("SL001", "Manage")]
    [InlineData("CL005", "fast", "easy")]
    [InlineData("BL001")]
    public void Without_words_for_it_nothing_is_suggested(string rule, params string[] words) =>
        Assert.Equal("What first?", Ask(new Finding(rule, Severity.Warning, 25, Score.Slicing, ImmutableSortedDictionary<string, string>.Empty, [.. words.Select(Words)]), "Manage vouchers"));

    [Fact]
    public void The_coach_finds_it_behind_the_question_of_a_big_item()
    {
        var page = ReportWriter.Render(Audience.Coach, new SampleHealth().Input());

        Assert.DoesNotContain("One way to cut it", page.Markdown, StringComparison.Ordinal);
        Assert.Contains("One way to cut it, first: *create*; later: *share vouchers*.", Coach("Create and share vouchers", "Create", "share"), StringComparison.Ordinal);
    }

    private static string Coach(string title, params string[] verbs)
    {
        var input = new SampleHealth { Title = title }.Input();
        var open = input.Health.Open.Select(i => i with { Score = i.Score with { Findings = [.. i.Score.Findings.Select(f => f.RuleId == "SL001" ? Joined("title", title, verbs) : f)] } });
        return ReportWriter.Render(Audience.Coach, input with { Health = input.Health with { Open = [.. open] } }).Markdown;
    }

    private static Finding Joined(string field, string text, params string[] verbs) => new(
        "SL001", Severity.Warning, 25, Score.Slicing, ImmutableSortedDictionary<string, string>.Empty,
        [.. verbs.Select(v => new Evidence(field, text.IndexOf(v, StringComparison.Ordinal), v.Length, v))]);

    private static Evidence Words(string text) => new("acceptanceCriteria", 0, text.Length, text);

    private static string Ask(Finding finding, string title) =>
        string.Concat(CutInWords.Ask("What first?", finding, title).Runs.Select(r => r.Emphasis == Emphasis.Mark ? $"[{r.Text}]" : r.Text));
}
