using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring;

/// <summary>A megabyte of what is worst for scanners goes through all rules.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("\"a ")]
    [InlineData("{code")]
    [InlineData("`a")]
    [InlineData("<")]
    [InlineData("'a")]
    [InlineData("{{")]
    [InlineData("? ")]
    [InlineData("??")]
    [InlineData("and ")]
    [InlineData("create, ")]
    [InlineData("so that ")]
    [InlineData("i want to create and ")]
    [InlineData("as a clerk, i want to ")]
    [InlineData("as a clerk, i want to see (AB) and file (CD), and ")]
    [InlineData("given ")]
    [InlineData("Given a.\n")]
    [InlineData("Acceptance criteria:\n")]
    [InlineData("- [ ] x\n")]
    [InlineData("etc. ")]
    [InlineData("as soon as ")]
    [InlineData("a")]
    [InlineData("then pick ")]
    [InlineData("Then pick it. ")]
    [InlineData("1. Add it\n")]
    [InlineData("As a buyer or clerk I want to pay. ")]
    [InlineData("csv, ")]
    [InlineData("csv, xml, ")]
    [InlineData("It must be so if it is. ")]
    [InlineData("investigate and ")]
    [InlineData("search and find, ")]
    [InlineData("faster, ")]
    [InlineData("always shown, ")]
    [InlineData("as discussed in A-1 ")]
    [InlineData("Look into it and build. ")]
    [InlineData("-")]
    [InlineData("    ")]
    [InlineData(".")]
    [InlineData("!")]
    [InlineData("@")]
    [InlineData("/")]
    [InlineData("a_")]
    [InlineData("a.b ")]
    [InlineData("a/b/")]
    [InlineData("should ")]
    [InlineData("hangs when ")]
    public void A_megabyte_of_it_is_scored(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.NotNull(Some.Score(Some.Item("Export orders") with { Description = new StructuredText(text, []) }));
        Assert.NotNull(Some.Score(Some.Item(text.Replace('\n', ' '), "", WorkItemKind.Bug)));
    }

    [Theory]
    [InlineData("to ")]
    [InlineData("to the shop ")]
    [InlineData("from here to there ")]
    [InlineData("api ")]
    public void Two_items_that_share_a_megabyte_of_it_are_scored(string piece)
    {
        var text = "Copy files " + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        WorkItem[] twins = [Some.Item(text, key: "CHK-1", parent: "CHK-9"), Some.Item(text, key: "CHK-2", parent: "CHK-9")];
        var scorer = new Scorer(RuleBook.All, Some.Team, BacklogIndex.Build(twins));

        Assert.All(twins, t => Assert.True(scorer.Score(t).Scored));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("(AB) ")]
    [InlineData("and ")]
    [InlineData("to quickly ")]
    public void A_story_with_a_megabyte_of_it_is_scored(string piece) =>
        Assert.NotNull(Some.Score(Some.Item("As a clerk, I want to file " + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)) + " claims")));

    [Theory]
    [InlineData("anlegen, ")]
    [InlineData("anlegen und ")]
    [InlineData("anlegen und dabei ")]
    [InlineData("suchen und finden ")]
    [InlineData("Ich möchte anlegen können können und ")]
    [InlineData("ich möchte Artikel, die ich ")]
    [InlineData(", die ")]
    [InlineData(", damit ")]
    [InlineData("damit es ")]
    [InlineData("Anlegen, ")]
    [InlineData("so schnell wie ")]
    [InlineData("Gutschein-")]
    [InlineData("z. B. ")]
    [InlineData("„a ")]
    [InlineData("»")]
    public void A_megabyte_of_German_is_scored(string piece)
    {
        var german = Some.Team with { Language = "de" };
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.NotNull(Some.Score(Some.Item("Bestellungen exportieren") with { Description = new StructuredText(text, []) }, german));
        Assert.NotNull(Some.Score(Some.Item(text), german));
    }

    [Fact]
    public void A_hundred_thousand_like_titles_are_indexed()
    {
        var items = Enumerable.Range(0, 100_000).Select(i => Some.Item($"Update the export of orders for customer {Letters(i)}", "", WorkItemKind.Story, $"CHK-{i}")).ToList();
        var index = BacklogIndex.Build(items);

        Assert.NotEmpty(index.SameTitle(items[0]));
    }

    private static string Letters(int i) => string.Concat(i.ToString("D6", System.Globalization.CultureInfo.InvariantCulture).Select(d => (char)('a' + d - '0')));
}
