using System.Globalization;

namespace BacklogHealth.Benchmarks;

/// <summary>A bound that a figure has to keep.</summary>
internal static class Bound
{
    /// <summary>Prints the figure with whether it keeps the bound; gives that on.</summary>
    public static bool Holds(string what, double value, bool holds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(holds ? "holds " : "BROKEN")} {what}: {value:0.##}"));
        return holds;
    }
}
