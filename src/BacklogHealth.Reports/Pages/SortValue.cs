using System.Globalization;
using System.Text.RegularExpressions;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>What a cell is sorted by: the number or the day that it begins with, whatever its language makes of them; else its words.</summary>
internal static partial class SortValue
{
    /// <summary>The value of a cell, a number or a day as yyyy-MM-dd; null where its words sort as they should.</summary>
    /// <param name="cell">What it says.</param>
    /// <param name="words">The same in words.</param>
    public static string? Of(Sentence cell, string words)
    {
        var value = First(cell) switch
        {
            DateOnly day => Say.Text($"{day:yyyy-MM-dd}"),
            double number => number.ToString("0.######", CultureInfo.InvariantCulture),
            _ => null,
        };
        return value == words ? null : value;
    }

    private static object? First(object? value) => value switch
    {
        int or long => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        double or DateOnly => value,
        Marked marked => First(marked.Words),
        Sentence sentence when Beyond().Match(sentence.Template) is { Success: true } beyond =>
            double.Parse(beyond.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) + (beyond.Groups["more"].Success ? 0.5 : -0.5),
        Sentence sentence when Leading().IsMatch(sentence.Template) => First(sentence.Values[0]),
        _ => null,
    };

    /// <summary>Words that begin with a place, strong or not.</summary>
    [GeneratedRegex(@"^(\*\*)?\{0[:}]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leading();

    /// <summary>"fewer than 1 of 20" stands before 1, "more than 19 of 20" behind 19. Templates are English whatever the page speaks.</summary>
    [GeneratedRegex(@"^((?<more>more)|fewer) than (?<number>\d+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beyond();
}
