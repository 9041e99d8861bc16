using System.Globalization;

namespace BacklogHealth.Reports.Pages;

/// <summary>Numbers and days as people say them, never with more digits than the data carry.</summary>
internal static class Say
{
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>"12 October", with the year where it is not this year.</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        Text($"{day.Day} {Months[day.Month - 1]}") + (day.Year == today.Year ? "" : Text($" {day.Year}"));

    /// <summary>"12 October 2026".</summary>
    public static string FullDay(DateOnly day) => Text($"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary>"12 Oct", for pictures and tables.</summary>
    public static string ShortDay(DateOnly day) => Text($"{day.Day} {Months[day.Month - 1][..3]}");

    /// <summary>"12 Oct 2026".</summary>
    public static string ShortFullDay(DateOnly day) => Text($"{ShortDay(day)} {day.Year}");

    /// <summary>"Monday".</summary>
    public static string Weekday(DateOnly day) => day.DayOfWeek.ToString();

    /// <summary>"1 item", "no items", "12 items", "1,234 items".</summary>
    public static string Count(int n, string one, string? many = null) =>
        (n == 0 ? "no" : Number(n)) + " " + (n == 1 ? one : many ?? one + "s");

    /// <summary>"1,180 of 1,234 items".</summary>
    public static string Of(int some, int all, string one) => $"{Number(some)} of {Number(all)} {(all == 1 ? one : one + "s")}";

    /// <summary>"1,234".</summary>
    public static string Number(int n) => n.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"two" up to "twelve", digits beyond.</summary>
    public static string Word(int n) => n >= 0 && n < Words.Length ? Words[n] : Number(n);

    /// <summary>"1.4 weeks", "1 week"; whole numbers from 10 on.</summary>
    public static string Weeks(double weeks) => Decimal(weeks) + (Decimal(weeks) == "1" ? " week" : " weeks");

    /// <summary>One decimal below 10, none above, no trailing zero.</summary>
    public static string Decimal(double value) =>
        value.ToString(Math.Abs(value) < 9.95 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>"85 %", "&gt;95 %", "&lt;5 %": never certain.</summary>
    public static string Percent(double probability) => probability switch
    {
        > 0.95 => ">95 %",
        < 0.05 => "<5 %",
        _ => Text($"{Math.Round(probability * 100, MidpointRounding.AwayFromZero)} %"),
    };

    /// <summary>"17 of 20", "more than 19 of 20", "fewer than 1 of 20": never all, never none.</summary>
    public static string OfTwenty(int futures) => futures switch
    {
        >= 20 => "more than 19 of 20",
        <= 0 => "fewer than 1 of 20",
        _ => Text($"{futures} of 20"),
    };

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
    };

    /// <summary>The first letter as a capital.</summary>
    public static string Capital(string text) =>
        text.Length == 0 ? text : string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    /// <summary>At most <paramref name="most"/> characters, cut at a word, with an ellipsis where something was cut; line breaks become spaces.</summary>
    public static string Short(string text, int most)
    {
        var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (flat.Length <= most)
        {
            return flat;
        }

        var cut = flat.LastIndexOf(' ', most - 1);
        cut = cut < most / 2 ? most - 1 : cut;
        while (cut > 0 && char.IsHighSurrogate(flat[cut - 1]))
        {
            cut--;
        }

        return string.Concat(flat.AsSpan(0, cut), "…");
    }

    /// <summary>The text without signs that no eye sees and that turn or hide what stands beside them: control characters and changes of direction.</summary>
    public static string Clean(string text) => text.Any(Hidden)
        ? string.Concat(text.Where(c => !Hidden(c)))
        : text;

    /// <summary>Formats in the invariant culture.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool Hidden(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
