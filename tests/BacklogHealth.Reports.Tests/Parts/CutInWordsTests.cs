using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class CutInWordsTests
{
    [Theory]
    [InlineData(SplitPatterns.Operations, "by operations, first: [create]; later: [edit], [share vouchers].", "create", "edit", "share vouchers")]
    [InlineData(SplitPatterns.Steps, "by workflow steps, first: [pick a seat]; later: [pay].", "pick a seat", "pay")]
    [InlineData(SplitPatterns.Roles, "by roles, first: [buyer]; later: [clerk].", "buyer", "clerk")]
    [InlineData(SplitPatterns.Spike, "a spike first: [evaluate two]; later: [build one].", "evaluate two", "build one")]
    [InlineData(SplitPatterns.Data, "by kinds of data, first: [CSV]; later: [XML], [PDF], [JSON] and 1 more.", "CSV", "XML", "PDF", "JSON", "YAML")]
    public void The_pattern_is_named_and_the_first_piece_comes_first(string pattern, string cut, params string[] parts) =>
        Assert.Equal($"What first? One way to cut it, {cut}", Ask(new Cut(pattern, [.. parts])));

    [Fact]
    public void Where_many_parts_make_the_first_piece_they_are_counted() =>
        Assert.Equal(
            "What first? One way to cut it, the plain case first: the first eight of them; later: [no cancelled orders], [German heads].",
            Ask(new Cut(SplitPatterns.Simple, [.. Enumerable.Range(1, 8).Select(i => $"rule {i}"), "no cancelled orders", "German heads"]) { First = 8 }));

    [Fact]
    public void A_long_piece_is_cut_short_at_a_word() =>
        Assert.Equal("What first? One way to cut it, by operations, first: [create]; later: [send it to the customer by post so that nobody has to wait…].", Ask(new Cut(SplitPatterns.Operations, ["create", "send it to the customer by post so that nobody has to wait in the shop"])));

    [Fact]
    public void Every_pattern_reads_as_a_sentence() =>
        Assert.All(SplitPatterns.All, p => Assert.Matches("^What first\\? One way to cut it, [a-z ]+,? first: \\[a\\]; later: \\[b\\]\\.$", Ask(new Cut(p, ["a", "b"]))));

    [Fact]
    public void Without_a_cut_nothing_is_suggested() => Assert.Equal("What first?", Ask(null));

    [Fact]
    public void The_coach_finds_it_behind_the_question_of_a_big_item()
    {
        var page = ReportWriter.Render(Audience.Coach, new SampleHealth().Input());

        Assert.DoesNotContain("One way to cut it", page.Markdown, StringComparison.Ordinal);
        Assert.Contains("One way to cut it, by operations, first: *create*; later: *share vouchers*.", Coach(new Cut(SplitPatterns.Operations, ["create", "share vouchers"])), StringComparison.Ordinal);
    }

    private static string Coach(Cut cut)
    {
        var input = new SampleHealth().Input();
        Finding With(Finding finding) => finding.RuleId == "SL001" ? finding with { Cut = cut } : finding;
        var open = input.Health.Open.Select(i => i with
        {
            Score = i.Score with { Findings = [.. i.Score.Findings.Select(With)] },
            Ready = i.Ready with { Lacks = [.. i.Ready.Lacks.Select(With)] },
        });
        return ReportWriter.Render(Audience.Coach, input with { Health = input.Health with { Open = [.. open] } }).Markdown;
    }

    private static string Ask(Cut? cut) => string.Concat(CutInWords.Ask("What first?", Found(cut)).Runs.Select(r => r.Emphasis == Emphasis.Mark ? $"[{r.Text}]" : r.Text));

    private static Finding Found(Cut? cut) => new("SL001", Severity.Warning, 25, Score.Slicing, ImmutableSortedDictionary<string, string>.Empty, []) { Cut = cut };
}
