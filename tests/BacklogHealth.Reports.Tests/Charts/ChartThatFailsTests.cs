using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ChartThatFailsTests
{
    private static readonly Voice English = new(Language.English, new DateOnly(2026, 11, 23));

    private static string Page(Voice voice, params Chart[] charts) =>
        HtmlPage.Write(new Page($"Checkout", $"As of today", voice, [new Section("flow", [new Heading($"Flow"), new SideBySide([.. charts.Select(c => c.ToFigure(voice))])])]));

    [Fact]
    public void Its_numbers_stand_in_its_place_with_a_sentence_that_says_so_and_the_others_are_drawn()
    {
        var html = Page(English, new Fails(), new Works(), new Fails());

        Assert.Equal(3, html.Split("<figure>").Length - 1);
        Assert.Equal(2, html.Split("<p>This chart could not be drawn. Its numbers stand here instead.</p>\n<div class=\"numbers\" role=\"group\" tabindex=\"0\" aria-label=\"Four items a week\">\n<table>").Length - 1);
        Assert.Single(html.Split("<img ").Skip(1));
        Assert.Single(html.Split("<details>").Skip(1));
        Assert.Equal(3, html.Split("<td class=\"n\" data-name=\"Items\">4</td>").Length - 1);
        Assert.EndsWith("</body>\n</html>\n", html, StringComparison.Ordinal);
        Assert.DoesNotContain("ink is out", html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_so_in_the_language_of_the_page() =>
        Assert.Contains("Dieses Diagramm konnte nicht gezeichnet werden. Stattdessen stehen hier seine Zahlen.", Page(new Voice(ReportLanguages.For("de"), null), new Fails()), StringComparison.Ordinal);

    private class Works : Chart
    {
        public override string Id => "throughput";

        public override Sentence Question => $"How many items are finished?";

        public override Sentence HowToRead => $"Each bar is a week.";

        public override Sentence Title => $"Four items a week";

        public override Sentence Caption => $"Items, n = {1}";

        public override Sentence Alt => $"One bar, four items high, which is all that there is.";

        public override Table Numbers => Table.Of([new($"Week"), new($"Items", ColumnKind.Number)], [[$"first", 4]]);

        public override Sentence? TooLittle => null;

        protected override Sentence NeutralTitle => $"Items";

        public override void Draw(ChartPaper paper)
        {
        }
    }

    private sealed class Fails : Works
    {
        public override void Draw(ChartPaper paper) => throw new InvalidOperationException("the ink is out");
    }
}
