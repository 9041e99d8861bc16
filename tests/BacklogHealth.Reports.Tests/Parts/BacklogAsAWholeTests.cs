using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class BacklogAsAWholeTests
{
    [Fact]
    public void What_was_found_stands_with_its_subject_and_its_question()
    {
        var page = Page(Found("", "BL013"), Found("Sprint 7", "GO002"));

        Assert.Contains("## Two things about the order and the goals", page, StringComparison.Ordinal);
        Assert.Contains("| The backlog ", page, StringComparison.Ordinal);
        Assert.Contains("| Sprint 7 ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_is_a_link_and_a_sprint_is_not()
    {
        var page = Page(Found("CHK-7", "GO008"), Found("CHK-77777", "GO002"));

        Assert.Contains("| [CHK-7](<https://acme.example/browse/CHK-7>) ", page, StringComparison.Ordinal);
        Assert.Contains("| CHK-77777 ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_is_not_spoken_of() => Assert.DoesNotContain("about the order and the goals", Page(), StringComparison.Ordinal);

    private static BacklogFinding Found(string subject, string rule) =>
        new(subject, new Finding(rule, Severity.Info, 0, Score.Clarity, ImmutableSortedDictionary<string, string>.Empty, []));

    private static string Page(params BacklogFinding[] findings)
    {
        var input = new SampleHealth().Input();
        return ReportWriter.Render(Audience.ProductOwner, input with { Health = input.Health with { BacklogFindings = [.. findings] } }).Markdown;
    }
}
