using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Reports.Tests.Words;

namespace BacklogHealth.Reports.Tests;

public sealed class WhatWeCanTellReportTests
{
    private const string Nothing = "Nothing was learned from this team's own items yet: backlog-health learn does it, and backlog-health serve runs that every week.";

    private static readonly Lazy<RenderedReport> Usual = new(() => Page(SampleLearned.Usual));

    [Fact]
    public void The_heading_says_how_much_can_be_told_and_the_answers_which()
    {
        Assert.Equal((1, "Checkout: what we can and cannot tell"), Usual.Value.Headings[0]);
        Assert.Equal((2, "We can tell 1 of 3 things about an item before it is begun"), Usual.Value.Headings[1]);
        Assert.Equal(["How large is it likely to be?", "Will it be changed, asked about or sent back?", "Will it take long?"], Usual.Value.Headings.Skip(2).Take(3).Select(h => h.Words));
        Assert.Equal(
            [
                "We can tell 1 of 3 things about an item before it is begun",
                "A thing counts as told where it held for items of this team that it was not learned from, better than luck and better than the simple way. What did not hold is in no report.",
                "We cannot tell: what public projects teach does not show in your estimates.", "Not shown. 352 items since 4 March 2024.",
                "We can tell which of two items it will be, 80 times of 100.", "Shown. 420 items since 4 March 2024.",
                "We cannot tell: chances came true more or less often than they said.", "Not shown. 342 items since 4 March 2024.",
            ],
            Part(Usual.Value, "what-we-can-tell"));
    }

    [Fact]
    public void Each_model_has_a_section_with_its_verdict_and_what_it_rests_on()
    {
        Assert.Equal(
            [
                "What is changed, asked about or sent back after it was begun",
                "We can tell. It happened to 127 of 420 items. Of two later items, one to which it happened and one to which it did not, earlier ones let the right one be named 80 times of 100 (with 95 % certainty 73 to 87; luck would be 50; 204 items). The chances came true as often as they said, as far as so many items can show.",
                "It rests on 420 items begun from 4 March 2024 to 22 November 2026 of which it is known what became of them. Measured on 204 of them, the later half: bit by bit, each foretold only from earlier items whose outcome was known by then. The simple way says of every item what was usual until then; it was off by 0.21, the model by 0.16 (Brier score, 0 is perfect).",
            ],
            Part(Usual.Value, "rework"));
        Assert.Equal(
            [
                "How large an item is likely to be",
                "We cannot tell. What public projects teach does not show in your estimates: over 352 items both orders agree by 0.03 (rank correlation; with 95 % certainty −0.08 to 0.14; luck would be 0). So no item is said to be large.",
                "It rests on 352 items begun with an estimate from 4 March 2024 to 22 November 2026. Public projects have seen none of them, so that all of them can judge.",
            ],
            Part(Usual.Value, "size"));
        Assert.Equal((420, 127, 204), (Usual.Value.Numbers("rework")["items"]!.GetValue<int>(), Usual.Value.Numbers("rework")["met"]!.GetValue<int>(), Usual.Value.Numbers("rework")["skill"]!["items"]!.GetValue<int>()));
        Assert.Equal("Miscalibrated", Usual.Value.Numbers("risk")["reason"]!.GetValue<string>());
    }

    [Fact]
    public void Whether_chances_came_true_is_drawn_for_a_model_that_is_not_shown_too()
    {
        Assert.Contains("The chances came true about as often as they said", Usual.Value.Page, StringComparison.Ordinal);
        Assert.Contains("In 1 of 4 groups it happened more often than was said", Usual.Value.Page, StringComparison.Ordinal);
        Assert.Equal(2, Usual.Value.Count("<figure>"));
    }

    [Fact]
    public void Where_nothing_was_learned_it_says_so_in_one_sentence_and_what_would()
    {
        var page = Page(OwnModels.None);

        Assert.Equal([Nothing], Part(page, "what-we-can-tell"));
        Assert.All(["size", "rework", "risk", "unready"], id => Assert.Empty(Part(page, id)));
        Assert.Contains("<code><span>backlog-health</span> <span>learn</span></code>", page.Html, StringComparison.Ordinal);
        Assert.Equal([(1, "Checkout: what we can and cannot tell"), (2, "Data and method")], page.Headings);
        Assert.Equal("Checkout: Nothing was learned from this team's own items yet", page.Mail(new([], null, [])).Subject);
    }

    [Theory]
    [InlineData(ModelTargets.Size, VerdictReason.Learned, true, "We can tell, by the words of your own items.")]
    [InlineData(ModelTargets.Size, VerdictReason.Kept, true, "We can tell, by the words of your own items.")]
    [InlineData(ModelTargets.Size, VerdictReason.PublicHolds, true, "We can tell, by what public projects teach.")]
    [InlineData(ModelTargets.Size, VerdictReason.PublicAlone, false, "Perhaps, by what public projects teach: whether it holds here is open.")]
    [InlineData(ModelTargets.Size, VerdictReason.OneSize, false, "We cannot tell: all estimates are the same.")]
    [InlineData(ModelTargets.Size, VerdictReason.OtherLanguage, false, "We cannot tell yet: too few items have an estimate.")]
    [InlineData(ModelTargets.Size, VerdictReason.NoLink, true, "We cannot tell: what public projects teach does not show in your estimates.")]
    [InlineData(ModelTargets.Size, VerdictReason.NoLink, false, "We cannot tell: no words go with large or small estimates for long.")]
    [InlineData(ModelTargets.Rework, VerdictReason.Learned, true, "We can tell which of two items it will be, 80 times of 100.")]
    [InlineData(ModelTargets.Risk, VerdictReason.Kept, true, "We can tell which of two items it will be, 80 times of 100.")]
    [InlineData(ModelTargets.Rework, VerdictReason.NoHistory, false, "We cannot tell: a file does not say how items stood when they were begun.")]
    [InlineData(ModelTargets.Rework, VerdictReason.TooFewItems, false, "We cannot tell yet: too few items are finished.")]
    [InlineData(ModelTargets.Rework, VerdictReason.TooFewMet, false, "We cannot tell: it happened to too few items.")]
    [InlineData(ModelTargets.Rework, VerdictReason.NearlyAllMet, false, "We cannot tell: it happened to nearly all items.")]
    [InlineData(ModelTargets.Risk, VerdictReason.NotBetter, true, "We cannot tell better than without a model.")]
    [InlineData(ModelTargets.Risk, VerdictReason.Miscalibrated, true, "We cannot tell: chances came true more or less often than they said.")]
    [InlineData(ModelTargets.Rework, VerdictReason.NoLink, true, "We cannot tell: what earlier items teach does not hold for later ones.")]
    [InlineData(ModelTargets.Rework, VerdictReason.NoLink, false, "We cannot tell: what earlier items teach does not hold for later ones.")]
    public void Each_reason_has_an_answer_of_its_own_in_both_languages(string target, VerdictReason reason, bool measured, string answer)
    {
        var verdict = (target, measured) switch
        {
            (ModelTargets.Size, false) => SampleLearned.Size(reason),
            (ModelTargets.Size, _) => SampleLearned.Size(reason) with { Skill = new("rank correlation", 0.34, 0.22, 0.46, 0.1, 176, "later-items") },
            (_, false) => SampleLearned.Outcome(target, reason),
            _ => SampleLearned.Outcome(target, reason, SampleLearned.Held, 0.02),
        };
        var sample = SampleLearned.With(SampleLearned.Of(verdict));
        var (english, german) = (ReportWriter.WhatWeCanTell(sample.Input()), ReportWriter.WhatWeCanTell(GermanSample.Input(sample)));
        bool told = verdict.IsShown && reason != VerdictReason.PublicAlone;

        Assert.Equal([(told ? "We can tell 1 of 1 thing about an item before it is begun" : "We cannot tell the one thing about an item before it is begun"), answer], new[] { 0, 2 }.Select(i => Part(english, "what-we-can-tell")[i]));
        Assert.StartsWith(verdict.IsShown ? "Shown." : "Not shown.", Part(english, "what-we-can-tell")[3], StringComparison.Ordinal);
        Assert.Equal(Part(english, target).Count, Part(german, target).Count);
        Assert.All(["what-we-can-tell", target], id => Assert.Empty(Part(english, id).Intersect(Part(german, id), StringComparer.Ordinal)));
        Assert.Empty(ReportCheck.Of(english));
    }

    [Fact]
    public void What_unready_items_cost_is_said_with_the_rules_that_stand_out_first()
    {
        Assert.Equal(
            [
                "What unready items cost",
                "Items that were begun unready took 1.50 times as long as those that were begun ready (with 95 % certainty 1.29 to 1.81; 114 unready, 306 ready). 28 of 114 unready ones took longer than 85 of 100 items had until then, and 30 of 305 ready ones.",
                "3 single rules could be compared; behind 1 of them luck hardly is: it stands first.",
                "Took long: longer than 85 of 100 items had until then. Each rule is held against 99 % certainty, since of many rules one would stand out by luck.",
                "This tells what went together, not what would have happened otherwise: items that were begun unready may differ from the others in more than that.",
            ],
            Part(Usual.Value, "unready"));
        Assert.Equal(
            """
            Rule,What was missing,Items without it,Items with it,Times as long,99 % interval,Took long without it,Took long with it
            CL004,acceptance criteria,66,354,1.58,1.12–2.21,16 of 66,35 of 353
            SL001,a focus on one goal,40,380,1.25,0.86–1.80,10 of 40,38 of 379
            CL001,a description,32,388,1,0.67–1.60,8 of 32,38 of 387

            """,
            Usual.Value.Csv.Single(c => c.Name == "unready").Text.TrimStart('\uFEFF').ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(1.2, 0.9, 1.6, "One single rule could be compared, and luck alone may be behind what it shows.")]
    [InlineData(1.2, 1.1, 1.6, "One single rule could be compared, and luck is hardly behind what it shows.")]
    [InlineData(0.7, 0.5, 0.9, "One single rule could be compared, and luck is hardly behind what it shows.")]
    public void Of_one_rule_it_is_said_whether_luck_may_be_behind_it(double ratio, double from, double to, string said)
    {
        var unready = Part(Page(SampleLearned.Usual with { Effects = [SampleLearned.Effect("CL004", ratio, from, to, 66, 354)] }), "unready");

        Assert.Equal("We cannot tell yet. It takes 20 finished items that were begun unready and as many that were begun ready.", unready[1]);
        Assert.Equal(said, unready[2]);
    }

    [Fact]
    public void Of_rules_that_all_may_be_luck_none_is_said_to_stand_first() =>
        Assert.Contains(
            "2 single rules could be compared; of none do we know that more than luck is behind it.",
            Part(Page(SampleLearned.Usual with { Effects = [SampleLearned.Effect("CL004", 1.1, 0.9, 1.3, 66, 354), SampleLearned.Effect("CL001", 1.2, 0.9, 1.3, 66, 354)] }), "unready"));

    [Fact]
    public void Unready_items_that_took_less_time_are_told_as_such() =>
        Assert.StartsWith(
            "Items that were begun unready took 0.70 times as long as those that were begun ready, and so less (with 95 % certainty 0.55 to 0.90; 114 unready, 306 ready).",
            Part(Page(SampleLearned.Usual with { Effects = [SampleLearned.Effect(null, 0.7, 0.55, 0.9, 114, 306)] }), "unready")[1], StringComparison.Ordinal);

    [Fact]
    public void Without_any_comparison_there_is_no_table_and_no_warning() =>
        Assert.Equal(
            ["What unready items cost", "We cannot tell yet. It takes 20 finished items that were begun unready and as many that were begun ready."],
            Part(Page(SampleLearned.Usual with { Effects = [] }), "unready"));

    [Fact]
    public void What_came_from_the_store_arrives_as_text()
    {
        var page = ReportWriter.WhatWeCanTell(SampleLearned.With(
            SampleLearned.Usual with { Effects = [SampleLearned.Effect("<img src=x onerror=alert(1)>", 1.2, 0.9, 1.6, 66, 354)] }, new SampleHealth { Team = "<b>Team</b>" }).Input());

        Assert.All(["<img src=x", "<b>Team"], text => Assert.DoesNotContain(text, page.Html, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"(?<!\\)<img", page.Markdown);
    }

    [Fact]
    public void It_speaks_German()
    {
        var page = ReportWriter.WhatWeCanTell(GermanSample.Input(SampleLearned.With(SampleLearned.Usual)));

        Assert.Equal(["Checkout: was sich sagen lässt und was nicht", "Vor Beginn der Arbeit lässt sich 1 von 3 Dingen über einen Eintrag sagen"], page.Headings.Take(2).Select(h => h.Words));
        Assert.Contains("Einträge, die nicht bereit begonnen wurden, dauerten 1,50-mal so lange wie die, die bereit begonnen wurden (mit 95 % Sicherheit 1,29 bis 1,81; 114 nicht bereit, 306 bereit).", Part(page, "unready")[1], StringComparison.Ordinal);
        Assert.Contains("Akzeptanzkriterien", page.Page, StringComparison.Ordinal);
        Assert.All(["We can", "items", "chances", "ready ones", "Shown", "Took"], word => Assert.DoesNotContain(word, page.Html.Split("<main>")[1].Split("id=\"data-and-method\"")[0], StringComparison.Ordinal));
    }

    private static RenderedReport Page(OwnModels learned) => ReportWriter.WhatWeCanTell(SampleLearned.With(learned).Input());

    private static List<string> Part(RenderedReport report, string id) =>
        [.. report.Json["parts"]!.AsArray().Single(p => p!["id"]!.GetValue<string>() == id)!["sentences"]!.AsArray().Select(s => s!.GetValue<string>())];
}
