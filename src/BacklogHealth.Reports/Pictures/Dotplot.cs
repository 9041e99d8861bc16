using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Pictures;

/// <summary>
/// Twenty equally likely futures of a delivery over the weeks, one dot each, with the promised day as a line (the quantile dotplot of Kay and others, 2016).
/// </summary>
internal static class Dotplot
{
    private const double Width = 380, Left = 12, Base = 8;

    private const int Bins = 15;

    /// <summary>The picture; null where there is no forecast.</summary>
    public static SvgPicture? Draw(DeliveryOutlook delivery, Voice voice)
    {
        var dots = delivery.When.Dots.Where(d => d is not null).Select(d => d!.Value).Order().ToList();
        if (!delivery.When.Enough || dots.Count == 0)
        {
            return null;
        }

        var beyond = delivery.When.Dots.Length - dots.Count;
        var by85 = delivery.When.By.FirstOrDefault(b => b.Probability is > 0.849 and < 0.851)?.Date;
        var marked = delivery.Due ?? by85;
        var (first, binDays) = Scale(dots, marked, voice.Today!.Value);
        var perBin = dots.GroupBy(d => Bin(d, first, binDays)).OrderBy(g => g.Key).ToList();
        var columns = Bins + 1 + (beyond > 0 ? 2 : 0);
        var pitch = (Width - 2 * Left) / columns;
        var rise = Math.Min(pitch * 0.66, 15);
        var radius = Math.Min(rise * 0.42, 6.2);
        var highest = Math.Max(perBin.Max(g => g.Count()), beyond);
        var ground = 36 + highest * rise;
        var svg = new Svg(voice, Width, ground + 24);
        double X(int bin) => Left + (bin + 0.5) * pitch;

        foreach (var bin in perBin)
        {
            var height = 0;
            foreach (var day in bin)
            {
                svg.Circle(X(bin.Key), ground - Base - height++ * rise, radius, delivery.Due is { } due && day > due ? "late" : "blue");
            }
        }

        for (var i = 0; i < beyond; i++)
        {
            svg.Circle(X(columns - 1), ground - Base - i * rise, radius, delivery.Due is null ? "blue" : "late");
        }

        svg.Line(Left - 6, ground, Width - Left + 6, ground, "axis");
        // The last day gives way to "later", which stands beside it and is longer in some languages.
        for (var i = 0; i < (beyond > 0 ? 3 : 4); i++)
        {
            var bin = i * (Bins / 3);
            svg.Text(Math.Max(X(bin), 18), ground + 16, $"{first.AddDays(bin * binDays):short}", "middle");
        }

        if (beyond > 0)
        {
            svg.Text(Width, ground + 16, $"later", "end");
        }

        Mark(svg, delivery, marked, first, binDays, pitch, ground);
        return svg.Picture(Alt(delivery, dots, beyond));
    }

    /// <summary>The promised day, or where none is, the day by which 17 of 20 futures end.</summary>
    private static void Mark(Svg svg, DeliveryOutlook delivery, DateOnly? marked, DateOnly first, int binDays, double pitch, double ground)
    {
        if (marked is not { } day || day < first.AddDays(-binDays))
        {
            return;
        }

        var place = Math.Clamp((day.DayNumber + 1 - first.DayNumber) / (double)binDays, 0, Bins + 1);
        var x = Left + place * pitch;
        svg.Line(x, 6, x, ground, "due");
        Sentence text = delivery.Due is { } due
            ? $"due {due:short}: {Futures.OfTwenty(delivery.When.Dots.Count(d => d <= due))} in time"
            : (Sentence)$"17 of 20 by {day:short}";
        svg.Beside(x, 17, text, right: x < Width * 0.55);
    }

    /// <summary>First day and width of the columns; a column ends on the marked day, so that the line has the dots until then on its left.</summary>
    private static (DateOnly First, int BinDays) Scale(List<DateOnly> dots, DateOnly? marked, DateOnly today)
    {
        var from = dots[0] < today ? dots[0] : Max(today, dots[0].AddDays(-(dots[^1].DayNumber - dots[0].DayNumber) / 4));
        var last = dots[^1];
        if (marked is { } day && day >= today)
        {
            from = day < from ? day : from;
            last = day > last && day.DayNumber - from.DayNumber < 3 * (last.DayNumber - from.DayNumber + 7) ? day : last;
        }

        var span = last.DayNumber - from.DayNumber + 1;
        var binDays = Math.Max(1, (span + Bins - 1) / Bins);
        if (binDays > 4)
        {
            binDays = (binDays + 6) / 7 * 7;
        }

        if (marked is { } end && end >= from && end <= last)
        {
            var before = (end.DayNumber - from.DayNumber + binDays) / binDays;
            return (end.AddDays(1 - before * binDays), binDays);
        }

        return (from, binDays);
    }

    private static int Bin(DateOnly day, DateOnly first, int binDays) => Math.Max(0, (day.DayNumber - first.DayNumber) / binDays);

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static Sentence Alt(DeliveryOutlook delivery, List<DateOnly> dots, int beyond)
    {
        Sentence first = (delivery.IsNextItems, beyond) switch
        {
            (true, 0) => $"Twenty equally likely futures of the next items: the first ends on {dots[0]}, the last on {dots[^1]}.",
            (true, _) => $"Twenty equally likely futures of the next items: the first ends on {dots[0]}, {beyond:one takes|## take} longer than the forecast reaches.",
            (_, 0) => $"Twenty equally likely futures of {ShortName.Of(delivery.Title)}: the first ends on {dots[0]}, the last on {dots[^1]}.",
            _ => $"Twenty equally likely futures of {ShortName.Of(delivery.Title)}: the first ends on {dots[0]}, {beyond:one takes|## take} longer than the forecast reaches.",
        };
        return delivery.Due is { } due ? $"{first} {Futures.OfTwenty(delivery.When.Dots.Count(d => d <= due)):^} end by the promised day, {due}." : first;
    }
}
