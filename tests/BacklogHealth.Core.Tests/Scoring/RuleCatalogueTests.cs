using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class RuleCatalogueTests
{
    [Fact]
    public void The_page_holds_every_rule_with_its_examples()
    {
        var page = RuleCatalogue.Markdown(RuleBook.All);

        Assert.DoesNotContain('\r', page);
        Assert.All(RuleBook.All.Rules, rule =>
        {
            Assert.Contains($"\n## {rule.Id} {rule.Title}\n", page, StringComparison.Ordinal);
            Assert.Contains(rule.Source.Name, page, StringComparison.Ordinal);
            Assert.All(rule.Good.Concat(rule.Bad), e => Assert.Contains("\n" + e.Title + "\n", page, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void An_entry_says_all_that_a_rule_says()
    {
        var entry = RuleCatalogue.Of(RuleBook.All).Single(r => r.Id == "CL004");

        Assert.Equal(("testable", "warning", "clarity", 20), (entry.Criterion, entry.Severity, entry.Feeds, entry.Points));
        Assert.Equal(["Other", "Story", "Task"], entry.AppliesTo);
    }
}
