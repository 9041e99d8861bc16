using BacklogHealth.Core.Health;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class WhatChangedTests
{
    [Theory]
    [InlineData(90, "Clarity rose: half of the open items score 90 or more; it was 80.")]
    [InlineData(70, "Clarity fell: half of the open items score 70 or more; it was 80.")]
    [InlineData(100, "Clarity rose: more than half of the open items score 100 of 100; before, half scored 80 or more.")]
    [InlineData(80, null)]
    public void It_says_how_clarity_moved(int now, string? said)
    {
        HealthInput Scored(HealthInput week) =>
            week with { OpenItems = [.. week.OpenItems.Select(o => o with { Score = o.Score with { Clarity = week.LastWeek is null ? 80 : now } })] };

        var part = AnswersTests.Parts(new SampleHealth { Change = Scored })["changes"];

        Assert.Equal(said, part["sentences"]!.AsArray().Select(s => s!.GetValue<string>()).SingleOrDefault(s => s.Contains("Clarity ", StringComparison.Ordinal)));
    }
}
