using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring.Language;

/// <summary>Stories in German are read for the same as stories in English.</summary>
public sealed class GermanStoriesTests
{
    private static readonly TeamContext German = Some.Team with { Language = "de" };

    [Theory]
    [InlineData("CL007", "Als Sachbearbeiterin möchte ich Schäden filtern (z. B. Hagel, Feuer), damit ich ähnliche finde", "(z. B. Hagel, Feuer)")]
    [InlineData("CL008", "Als Entwickler möchte ich die Datenbank aufräumen, damit sie schneller ist", "Entwickler")]
    [InlineData("CL008", "Als Bürgermeisterin möchte ich Erkenntnisse über den Verkehr, damit ich planen kann", "Erkenntnisse")]
    [InlineData("CL009", "Als Sachbearbeiterin möchte ich mit einem Sprachmodell Schäden sortieren, damit ich die falschen zuerst sehe", "Sprachmodell")]
    [InlineData("CL011", "Als Benutzer möchte ich Schäden am Telefon melden, damit ich nicht kommen muss", "Benutzer")]
    [InlineData("CL011", "Ich möchte Schäden am Telefon melden, damit ich nicht kommen muss", "Ich möchte")]
    [InlineData("SL015", "Als Kundin möchte ich einen fairen und transparenten Preis sehen, damit ich ihm traue", "fairen und transparenten Preis")]
    public void A_finding_quotes_the_German_words(string rule, string title, string found) =>
        Assert.Contains(found, string.Join(" | ", Score(title).Findings.Where(f => f.RuleId == rule).SelectMany(f => f.Evidence).Select(e => e.Text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Als Sachbearbeiterin möchte ich Schäden am Telefon aufnehmen, damit niemand kommen muss")]
    [InlineData("Als registrierte Kundin möchte ich mein Passwort ändern, damit es niemand kennt")]
    public void A_good_story_passes(string title) =>
        Assert.Empty(Score(title).Findings.Select(f => f.RuleId).Intersect(["CL007", "CL008", "CL009", "CL011", "SL015"]));

    private static ItemScore Score(string title) => Some.Score(Some.Item(title), German);
}
