using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health;

public sealed class DefinitionOfReadyTests
{
    private static readonly WorkItemSummary Item = new("1", "T-1", "A title", "Story", WorkItemKind.Story, "To Do", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), null, null, null, [], []);

    private static Finding Found(string rule, Severity severity = Severity.Warning) => new(rule, severity, 10, Score.Clarity, ImmutableSortedDictionary<string, string>.Empty, []);

    private static Readiness Of(DefinitionOfReady definition, params Finding[] findings) =>
        definition.Of(Item, new ItemScore("1", "T-1", 50, 50, "en", null, [.. findings]), f => $"what {f.RuleId} wants");

    [Fact]
    public void An_item_without_findings_that_matter_is_ready()
    {
        Assert.True(Of(DefinitionOfReady.Default).IsReady);
        Assert.True(Of(DefinitionOfReady.Default, Found("CL005"), Found("CL003")).IsReady);
    }

    [Fact]
    public void What_is_missing_is_named_once_in_the_order_of_the_findings()
    {
        var ready = Of(DefinitionOfReady.Default, Found("CL004"), Found("CL006"), Found("CL006"));
        Assert.False(ready.IsReady);
        Assert.Equal(["what CL004 wants", "what CL006 wants"], ready.Missing);
        Assert.Equal(["CL004", "CL006"], ready.Lacks.Select(f => f.RuleId));
    }

    [Fact]
    public void Hints_never_count() => Assert.True(Of(DefinitionOfReady.Default, Found("CL004", Severity.Info)).IsReady);

    [Fact]
    public void A_team_may_ask_for_fields_that_are_filled()
    {
        var ready = Of(new DefinitionOfReady(["cl001", "StoryPoints"]), Found("CL004"));
        Assert.Equal((false, "what FIELD/storyPoints wants"), (ready.IsReady, ready.Missing.Single()));
        Assert.Equal("an estimate", FindingText.For("en").Missing(ready.Lacks.Single()));
    }

    [Fact]
    public void An_item_that_was_not_scored_is_not_called_ready()
    {
        var ready = DefinitionOfReady.Default.Of(Item, new ItemScore("1", "T-1", null, null, "fi", "The language is not supported.", []), FindingText.For("en").Missing);
        Assert.Equal((false, "a text that could be scored"), (ready.IsReady, ready.Missing.Single()));
    }

    [Fact]
    public void Every_field_is_told_from_an_empty_one_and_has_sentences()
    {
        var empty = Item with { Priority = null };
        var filled = empty with
        {
            HasDescription = true,
            HasCriteria = true,
            StoryPoints = 3,
            ParentId = "9",
            Priority = "High",
            Due = new DateOnly(2026, 6, 30),
            FixVersions = ["2.0"],
            Labels = ["legal"],
        };

        Assert.All(ReadyField.All, f => Assert.True(f.IsFilled(filled) && !f.IsFilled(empty), f.Name));
        Assert.All(ReadyField.All, f => Assert.All(FindingText.Languages, l => Assert.EndsWith("?", FindingText.For(l).Question(f.Missing), StringComparison.Ordinal)));
    }
}
