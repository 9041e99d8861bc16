using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>What a cell holds beneath its words, for the forms that programs read.</summary>
internal static class CellValue
{
    /// <summary>The number (<see cref="long"/>, or <see cref="double"/> with at most six decimals) or day that stands by itself, whatever its language makes of it; null where there are words.</summary>
    public static object? Of(Sentence cell) => Raw(cell.Value);

    private static object? Raw(object? value) => value switch
    {
        int n => (long)n,
        double d => Math.Round(d, 6),
        long or DateOnly => value,
        Marked marked => Of(marked.Words),
        Sentence inner => Of(inner),
        _ => null,
    };
}
