using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class ClarityStartTests
{
    [Theory]
    [InlineData("en", "Export orders", "The file holds all orders.", "")]
    [InlineData("en", "Export orders", "As a clerk I want a file, so that the audit is not made by hand.", "gives its reason, says who wants it")]
    [InlineData("en", "Export orders", "The file holds all orders.\nAcceptance criteria:\n- one row per article\n- the year in its name", "says how it will be checked")]
    [InlineData("en", "Export orders", "The file holds all orders, for example those of last May.", "shows an example")]
    [InlineData("en", "Export orders", "The file looks as in https://shop.example/export.", "shows an example")]
    [InlineData("de", "Bestellungen exportieren", "Als Sachbearbeiterin möchte ich eine Datei, damit die Prüfung schneller geht.", "gives its reason, says who wants it")]
    [InlineData("de", "Bestellungen exportieren", "Die Datei enthält zum Beispiel die vom Mai.", "shows an example")]
    public void A_story_is_clear_by_its_checks_its_reason_an_example_and_its_reader(string language, string title, string description, string strengths) =>
        Assert.Equal(strengths, Strengths(Some.Item(title, description), language));

    [Theory]
    [InlineData("en", "Login fails", "The page stays white.", "")]
    [InlineData("en", "Login fails", "The page stays white when I log in.", "")]
    [InlineData("en", "Login fails", "Steps to reproduce:\n1. open the page\n2. log in\n\nThe home page should be shown.", "lists the steps, says what was expected")]
    [InlineData("en", "Login fails", "The page stays white, see the screenshot.", "shows a log, code or a picture")]
    [InlineData("de", "Anmeldung schlägt fehl", "Die Seite bleibt weiß. Die Startseite sollte erscheinen.", "says what was expected")]
    public void A_bug_is_clear_by_its_steps_what_was_expected_and_what_shows_it(string language, string title, string description, string strengths) =>
        Assert.Equal(strengths, Strengths(Some.Item(title, description, WorkItemKind.Bug), language));

    [Fact]
    public void A_spike_is_clear_by_its_question_and_its_end() =>
        Assert.Equal("asks a question, says when it ends", Strengths(Some.Item("Try the new printer", "Which printers take labels? Two days at most.", WorkItemKind.Spike), "en"));

    [Fact]
    public void All_that_is_looked_for_makes_100_whatever_the_kind()
    {
        var story = Some.Item("Export orders", "As a clerk I want a file, so that the audit is not made by hand. For example: orders-2025.csv\nAcceptance criteria:\n- one row per article\n- the year in its name");
        var bug = Some.Item("Login fails", "Steps to reproduce:\n1. open the page\n2. log in\n\nThe home page should be shown, see the screenshot.", WorkItemKind.Bug);
        var spike = Some.Item("Try the new printer", "Which printers take labels? Two days at most.", WorkItemKind.Spike);

        Assert.All([story, bug, spike], i => Assert.Equal(100, ClarityStart.Of(Some.Score(i).Strengths)));
    }

    private static string Strengths(WorkItem item, string language) => string.Join(", ", Some.Score(item, Some.Team with { Language = language }).Strengths.Select(s => s.What));
}
