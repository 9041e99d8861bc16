using System.Globalization;

namespace BacklogHealth.Core.Sentences;

/// <summary>Says sentences in one language on one day. Numbers never have more digits than the data carry. Immutable.</summary>
/// <param name="language">The language.</param>
/// <param name="today">Days of its year are said without the year; null to say every year.</param>
public sealed class Voice(Language language, DateOnly? today)
{
    private readonly NumberFormatInfo _format = new()
    {
        NumberGroupSeparator = language.Thousands.ToString(),
        NumberDecimalSeparator = language.Point.ToString(),
        NegativeSign = "−",
    };

    /// <summary>English on no day.</summary>
    public static Voice English { get; } = new(Language.English, null);

    /// <summary>The language.</summary>
    public Language Language { get; } = language;

    /// <summary>The day on which it speaks; null where it says every year.</summary>
    public DateOnly? Today { get; } = today;

    /// <summary>The sentence in words.</summary>
    /// <exception cref="ArgumentException">A place asks for a form of a day that there is not.</exception>
    public Line Say(Sentence sentence) => new LineWriter(this).Write(sentence);

    /// <summary>The sentence in words, without emphasis.</summary>
    public string Plain(Sentence sentence) => Say(sentence).Plain;

    /// <summary>The template of a sentence in this language; the English one where it has no words of its own.</summary>
    internal string TemplateOf(Sentence sentence)
    {
        var english = sentence.Template;
        return sentence.IsWritten ? english : Language.Words.GetValueOrDefault(english, english);
    }

    /// <summary>"1,234".</summary>
    public string Number(long n) => n.ToString("#,0", _format);

    /// <summary>One decimal below 10, none above, no trailing zero.</summary>
    public string Number(double value) => Math.Abs(value) switch
    {
        < 0.05 => "0",
        < 9.95 => value.ToString("0.#", _format),
        _ => value.ToString("#,0", _format),
    };

    /// <summary>"0.34", for figures that are told in hundredths.</summary>
    public string TwoDecimals(double value) => value.ToString("0.00", _format);

    /// <summary>"85 %", "&gt;95 %", "&lt;5 %": never certain.</summary>
    public string Percent(double probability) => probability switch
    {
        > 0.95 => ">95 %",
        < 0.05 => "<5 %",
        _ => Number((long)Math.Round(probability * 100, MidpointRounding.AwayFromZero)) + " %",
    };

    /// <summary>"two" up to "twelve", digits beyond.</summary>
    public string InWords(long n) => n >= 0 && n < Language.Numbers.Length ? Language.Numbers[(int)n] : Number(n);

    /// <summary>A day, as <c>full</c>, <c>short</c>, <c>short full</c>, <c>weekday</c>, or by default with its year where that is another one.</summary>
    /// <exception cref="ArgumentException">There is no such form.</exception>
    public string Day(DateOnly day, string? form = null) => form switch
    {
        null => Dated(day, Language.Months, year: day.Year != Today?.Year),
        "full" => Dated(day, Language.Months, year: true),
        "short" => Dated(day, Language.ShortMonths, year: false),
        "short full" => Dated(day, Language.ShortMonths, year: true),
        "weekday" => Language.Weekdays[(int)day.DayOfWeek],
        _ => throw new ArgumentException($"'{form}' is no form of a day; expected full, short, short full or weekday.", nameof(form)),
    };

    private string Dated(DateOnly day, IReadOnlyList<string> months, bool year) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day}{Language.AfterDay}{months[day.Month - 1]}{(year ? " " + day.Year : "")}");
}
