using System.Globalization;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Tests.Sentences;

/// <summary>How numbers and days are said in each language.</summary>
public class VoiceTests
{
    private static readonly Voice German = Saying.InGerman();

    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(999, "999", "999")]
    [InlineData(1234567, "1,234,567", "1.234.567")]
    [InlineData(-3, "−3", "−3")]
    public void A_whole_number_has_groups_of_three(long number, string english, string german)
    {
        Assert.Equal(english, Voice.English.Number(number));
        Assert.Equal(german, German.Number(number));
    }

    [Theory]
    [InlineData(0.04, "0", "0")]
    [InlineData(-0.04, "0", "0")]
    [InlineData(1.04, "1", "1")]
    [InlineData(1.26, "1.3", "1,3")]
    [InlineData(-1.26, "−1.3", "−1,3")]
    [InlineData(9.94, "9.9", "9,9")]
    [InlineData(9.95, "10", "10")]
    [InlineData(1234.5, "1,235", "1.235")]
    public void A_decimal_has_one_digit_behind_the_point_below_ten_and_none_above(double number, string english, string german)
    {
        Assert.Equal(english, Voice.English.Number(number));
        Assert.Equal(german, German.Number(number));
    }

    [Theory]
    [InlineData(0, "<5 %")]
    [InlineData(0.049, "<5 %")]
    [InlineData(0.05, "5 %")]
    [InlineData(0.854, "85 %")]
    [InlineData(0.855, "86 %")]
    [InlineData(0.95, "95 %")]
    [InlineData(0.951, ">95 %")]
    [InlineData(1, ">95 %")]
    public void A_chance_is_never_certain(double chance, string said)
    {
        Assert.Equal(said, Voice.English.Percent(chance));
        Assert.Equal(said, German.Percent(chance));
    }

    [Theory]
    [InlineData(0, "no", "keine")]
    [InlineData(2, "two", "zwei")]
    [InlineData(12, "twelve", "zwölf")]
    [InlineData(13, "13", "13")]
    [InlineData(1300, "1,300", "1.300")]
    [InlineData(-1, "−1", "−1")]
    public void Up_to_twelve_there_are_words(long number, string english, string german)
    {
        Assert.Equal(english, Voice.English.InWords(number));
        Assert.Equal(german, German.InWords(number));
    }

    [Theory]
    [InlineData(null, "2 March 2026", "2. März 2026")]
    [InlineData("full", "2 March 2026", "2. März 2026")]
    [InlineData("short", "2 Mar", "2. März")]
    [InlineData("short full", "2 Mar 2026", "2. März 2026")]
    [InlineData("weekday", "Monday", "Montag")]
    public void A_day_has_five_forms(string? form, string english, string german)
    {
        Assert.Equal(english, Voice.English.Day(new DateOnly(2026, 3, 2), form));
        Assert.Equal(german, German.Day(new DateOnly(2026, 3, 2), form));
    }

    [Fact]
    public void A_day_of_this_year_is_said_without_the_year()
    {
        var voice = new Voice(Language.English, new DateOnly(2026, 1, 1));

        Assert.Equal("31 December", voice.Day(new DateOnly(2026, 12, 31)));
        Assert.Equal("31 December 2025", voice.Day(new DateOnly(2025, 12, 31)));
        Assert.Equal("31 December 2026", voice.Day(new DateOnly(2026, 12, 31), "full"));
    }

    [Fact]
    public void Each_month_and_each_weekday_has_a_name_in_each_language() =>
        Assert.All([Language.English, Language.German], language =>
        {
            Assert.Equal(12, language.Months.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(12, language.ShortMonths.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(7, language.Weekdays.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(13, language.Numbers.Distinct(StringComparer.Ordinal).Count());
        });

    [Fact]
    public void An_unknown_form_of_a_day_is_told_with_those_that_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Voice.English.Day(new DateOnly(2026, 3, 2), "long"));

        Assert.Equal("'long' is no form of a day; expected full, short, short full or weekday. (Parameter 'form')", error.Message);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        Sentence sentence = $"{1234567} {-2.5} {0.5:%} {new DateOnly(2026, 3, 2)} {1234:# item|# items} {(Sentence)$"{2:is|istanbul}"}";
        string[] said = [];
        var thread = new Thread(() =>
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            said = [Voice.English.Plain(sentence), German.Plain(sentence), Voice.English.Plain($"{2:is|istanbul}")];
        });
        thread.Start();
        thread.Join();

        Assert.Equal(
            ["1,234,567 −2.5 50 % 2 March 2026 1,234 items istanbul", "1.234.567 −2,5 50 % 2. März 2026 1.234 items istanbul", "Istanbul"],
            said);
    }

    [Fact]
    public void Many_threads_may_say_the_same_sentence_at_once()
    {
        Sentence sentence = $"**{3:# item|# items}** of {new[] { "a", "b" }} since {new DateOnly(2026, 3, 2)}";

        var said = Enumerable.Range(0, 200).AsParallel().Select(_ => Voice.English.Plain(sentence)).Distinct(StringComparer.Ordinal);

        Assert.Equal("3 items of a and b since 2 March 2026", Assert.Single(said));
    }
}
