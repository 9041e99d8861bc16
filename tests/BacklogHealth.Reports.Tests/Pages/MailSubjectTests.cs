using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Tests.Words;
using CsCheck;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class MailSubjectTests
{
    private static readonly Voice Voice = Saying.English;

    [Theory]
    [InlineData(Audience.ProductOwner, "en", "Checkout: backlog health, 23 November 2026: Ready work for 2.6 weeks")]
    [InlineData(Audience.Coach, "en", "Checkout: before planning, 23 Nov: 5 of the next 9 items are not ready")]
    [InlineData(Audience.Stakeholder, "en", "Checkout: what to expect: Release 2: 17 of 20 futures end by 11 February 2027")]
    [InlineData(Audience.ProductOwner, "de", "Checkout: Gesundheit des Backlogs, 23. Nov.: Bereite Einträge für 2,6 Wochen")]
    [InlineData(Audience.Coach, "de", "Checkout: vor der Planung: 5 der nächsten 9 Einträge sind nicht bereit")]
    public void It_names_the_team_and_the_finding_and_the_day_where_there_is_room(Audience audience, string language, string subject) =>
        Assert.Equal(subject, ReportWriter.Render(audience, language == "de" ? GermanSample.Input(new SampleHealth()) : new SampleHealth().Input()).Mail(new([], null, [])).Subject);

    [Theory]
    [InlineData("Pay\r\nBcc: all@evil.example", "Ready work for 2.6 weeks.", "Pay Bcc: all@evil.example: health, 23 November 2026: Ready work for 2.6 weeks")]
    [InlineData("Pay\u2028\u0085\u0000\u202E", "None is ready", "Pay: health, 23 November 2026: None is ready")]
    [InlineData("Pay", "", "Pay: health, 23 November 2026")]
    [InlineData("A team whose name goes on and on until nobody reads it any more", "Ready work for 2.6 weeks; you want 2.", "A team whose name goes on and…: health: Ready work for 2.6 weeks")]
    [InlineData("A team whose name goes on and on until nobody reads it any more", "A finding that goes on and on until nobody in the world reads it any more either.", "A team whose name goes on and…: health, 23 November 2026")]
    public void Whatever_a_team_is_called_it_is_one_short_line(string team, string finding, string subject) => Assert.Equal(subject, Of(team, finding));

    // Mostly what ends a line somewhere, or is not seen.
    private static readonly Gen<string> Name = Gen.String[Gen.Char["\r\n\t\0\u0085\u2028\u2029\u202E :Bé\uD83C"], 0, 90];

    [Fact]
    public void No_name_makes_a_second_header() => Gen.Select(Name, Name).Sample((team, finding) =>
    {
        var subject = Of(team, finding);
        return subject.Length is > 0 and < 78 && !subject.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');
    });

    private static string Of(string team, string finding) => MailSubject.Of([new Page($"Health", $"Today", Voice, []) { Of = team, TitleOf = t => $"{t}: health", Finding = Sentence.Data(finding) }]);
}
