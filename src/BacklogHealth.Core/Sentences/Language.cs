using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace BacklogHealth.Core.Sentences;

/// <summary>What a language needs to say any sentence: how it writes numbers and days, and its words for the English ones. Immutable.</summary>
public sealed record Language
{
    /// <summary>English, whose words stand in the code.</summary>
    public static Language English { get; } = new()
    {
        Code = "en",
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ShortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        AfterDay = " ",
        And = " and ",
        Thousands = ',',
        Point = '.',
    };

    /// <summary>German; its words stand in the <c>de.json</c> of each room that has sentences.</summary>
    public static Language German { get; } = new Language
    {
        Code = "de",
        Months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        ShortMonths = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
        Weekdays = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
        Numbers = ["keine", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"],
        AfterDay = ". ",
        And = " und ",
        Thousands = '.',
        Point = ',',
    }.With(Own("Sentences.de.json"));

    /// <summary>ISO 639-1 code.</summary>
    public required string Code { get; init; }

    /// <summary>Names of the months, January first.</summary>
    public required ImmutableArray<string> Months { get; init; }

    /// <summary>The same for tables and pictures.</summary>
    public required ImmutableArray<string> ShortMonths { get; init; }

    /// <summary>Names of the days, Sunday first.</summary>
    public required ImmutableArray<string> Weekdays { get; init; }

    /// <summary>None to twelve in words.</summary>
    public required ImmutableArray<string> Numbers { get; init; }

    /// <summary>What stands between the number of a day and its month.</summary>
    public required string AfterDay { get; init; }

    /// <summary>What stands before the last of a list.</summary>
    public required string And { get; init; }

    /// <summary>Between groups of three digits.</summary>
    public required char Thousands { get; init; }

    /// <summary>Before the decimals.</summary>
    public required char Point { get; init; }

    /// <summary>Its words by the English ones.</summary>
    public FrozenDictionary<string, string> Words { get; private init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The language of a code; English where there are no words for it.</summary>
    public static Language For(string code) => code == German.Code ? German : English;

    /// <summary>The same language with more words.</summary>
    /// <param name="file">JSON: sections by name, in each the words by the English ones.</param>
    /// <exception cref="JsonException">The file is no such JSON, or a section has words for a sentence twice.</exception>
    /// <exception cref="ArgumentException">Two sections have words for the same sentence.</exception>
    public Language With(Stream file)
    {
        var sections = JsonSerializer.Deserialize(file, LanguageJson.Default.Sections)!;
        return this with { Words = Words.Concat(sections.SelectMany(s => s.Value)).ToDictionary(StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal) };
    }

    private static Stream Own(string name) => typeof(Language).Assembly.GetManifestResourceStream(name)!;
}
