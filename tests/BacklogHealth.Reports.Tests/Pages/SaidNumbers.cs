using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Tests.Pages;

/// <summary>Reads numbers and days as a person does, so that what a page says can be held against what a program reads. Knows nothing of how they are written.</summary>
internal static partial class SaidNumbers
{
    /// <summary>True where the words of a cell say a value.</summary>
    /// <param name="words">As a page says it.</param>
    /// <param name="value">As JSON has it.</param>
    /// <param name="language">The language of the page.</param>
    public static bool Say(string words, JsonNode? value, Language language) => value switch
    {
        JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => SaysNumber(words, number.GetValue<double>(), language),
        JsonValue text when text.TryGetValue(out string? raw) && DateOnly.TryParseExact(raw, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => SaysDay(words, day, language),
        JsonValue text when text.TryGetValue(out string? raw) => words == Flat(raw!),
        _ => false,
    };

    /// <summary>The text as it stands in a page: spaces as one.</summary>
    public static string Flat(string text) => Spaces().Replace(text, " ").Trim();

    private static bool SaysNumber(string words, double value, Language language)
    {
        if (words.EndsWith('%') && words[0] is '>' or '<')
        {
            return words == ">95 %" ? value > 0.95 : value < 0.05;
        }

        if (Digits().Match(words) is not { Success: true } digits)
        {
            return value == Math.Floor(value) && value >= 0 && value < language.Numbers.Length && words.StartsWith(language.Numbers[(int)value], StringComparison.OrdinalIgnoreCase);
        }

        var invariant = digits.Value.Replace(language.Thousands.ToString(), "", StringComparison.Ordinal).Replace(language.Point, '.').Replace('−', '-');
        var said = double.Parse(invariant, CultureInfo.InvariantCulture);
        var decimals = invariant.Contains('.', StringComparison.Ordinal) ? invariant.Length - 1 - invariant.IndexOf('.', StringComparison.Ordinal) : 0;
        var meant = words.EndsWith('%') ? value * 100 : value;
        return Math.Abs(said - meant) <= 0.5 * Math.Pow(10, -decimals) + 1e-9;
    }

    private static bool SaysDay(string words, DateOnly day, Language language)
    {
        var month = day.Month - 1;
        return words.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{day.Day}{language.AfterDay}"), StringComparison.Ordinal)
            && (words.Contains(language.Months[month], StringComparison.Ordinal) || words.Contains(language.ShortMonths[month], StringComparison.Ordinal))
            && (!Year().IsMatch(words) || words.EndsWith(string.Create(CultureInfo.InvariantCulture, $" {day.Year}"), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 10_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[-−]?\d[\d.,]*(?<![.,])", RegexOptions.None, 10_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\d{4}$", RegexOptions.None, 10_000)]
    private static partial Regex Year();
}
