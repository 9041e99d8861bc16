using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>The sample team as one that reads German.</summary>
internal static class GermanSample
{
    private static readonly FindingText Text = FindingText.For("de");

    /// <summary>What a German report is made from; what the sample changes itself is kept.</summary>
    public static ReportInput Input(SampleHealth sample)
    {
        var german = sample with { Change = input => (sample.Change?.Invoke(input) ?? input) with { Language = "de", MissingName = Text.Missing } };
        return new ReportInput(german.Build(), Words, new ReportOptions());
    }

    private static FindingWords Words(Finding finding) => new(Text.Message(finding), Text.Question(finding), Text.Missing(finding));
}
