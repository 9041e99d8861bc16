using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class QuotedTests
{
    [Fact]
    public void The_items_own_words_are_marked_in_the_sentence() =>
        Assert.Equal("says [fast enough] and [all devices], no number", Marked("says fast enough and all devices, no number", "fast enough", "all devices"));

    [Fact]
    public void Words_that_the_sentence_does_not_have_are_quoted_behind_it() =>
        Assert.Equal("leaves something open: [TBD]", Marked("leaves something open.", "TBD"));

    [Fact]
    public void A_title_that_is_shown_anyway_is_not_quoted_again() =>
        Assert.Equal("is only a topic", Marked("is only a topic", "Checkout"));

    [Fact]
    public void Words_that_overlap_are_marked_once() =>
        Assert.Equal("says [as fast as possible], no number", Marked("says as fast as possible, no number", "fast", "as fast as possible"));

    [Fact]
    public void A_finding_without_words_is_a_plain_sentence() => Assert.Equal("has no description", Marked("has no description"));

    private static string Marked(string message, params string[] evidence)
    {
        var finding = new Finding("CL005", Severity.Warning, 10, Score.Clarity, ImmutableSortedDictionary<string, string>.Empty, [.. evidence.Select(e => new Evidence("description", 0, e.Length, e))]);
        return string.Concat(Quoted.Of(message, finding, "Checkout").Runs.Select(r => r.Emphasis == Emphasis.Mark ? $"[{r.Text}]" : r.Text));
    }
}
