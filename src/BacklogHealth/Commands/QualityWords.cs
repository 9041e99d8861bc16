using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Quality;

namespace BacklogHealth.Commands;

/// <summary>The data-quality report of one team as lines for a terminal: what affects most first, what is fine in the last line.</summary>
internal static class QualityWords
{
    private const int MostExamples = 5;

    public static IEnumerable<string> Of(string team, DateOnly today, QualityReport report)
    {
        var found = report.Found.ToList();
        var asked = report.Problems.Length - report.NotLooked.Count();
        yield return string.Create(CultureInfo.InvariantCulture, $"{team}, {today:yyyy-MM-dd}: {Opening(found.Count, asked)}");
        foreach (var problem in found)
        {
            yield return "";
            yield return $"{problem.Check.Name}: {problem.Share}";
            yield return $"  means    {problem.Check.Meaning}";
            yield return $"  effect   {problem.Check.Effect}";
            yield return $"  counted  {problem.Check.Treatment}";
            yield return $"  to do    {problem.Check.Remedy}";
            if (!problem.Items.IsEmpty)
            {
                yield return $"  items    {Some(problem.Items)}";
            }

            if (!problem.Days.IsEmpty)
            {
                yield return $"  days     {Some([.. problem.Days.Reverse().Select(Day)])}";
            }
        }

        yield return "";
        yield return string.Join(' ', Names("Fine", report.Fine).Concat(Names("Nothing to look at", report.NotLooked)));
    }

    private static string Opening(int found, int asked) => (found, asked) switch
    {
        (_, 0) => "there is nothing to look at yet.",
        (0, 1) => "the 1 check that had something to look at found nothing.",
        (0, _) => string.Create(CultureInfo.InvariantCulture, $"none of {asked} checks found anything."),
        (_, 1) => "the 1 check that had something to look at found something.",
        (1, _) => string.Create(CultureInfo.InvariantCulture, $"1 of {asked} checks found something."),
        _ => string.Create(CultureInfo.InvariantCulture, $"{found} of {asked} checks found something; what affects most stands first."),
    };

    private static IEnumerable<string> Names(string what, IEnumerable<QualityProblem> problems)
    {
        var names = problems.Select(p => p.Check.Name).ToList();
        return names.Count == 0 ? [] : [$"{what}: {string.Join("; ", names)}."];
    }

    private static string Some(ImmutableArray<string> all) => all.Length <= MostExamples
        ? string.Join(", ", all)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", all.Take(MostExamples))} and {all.Length - MostExamples:#,0} more");

    private static string Day(Period days) => days.Days == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd} to {days.To.AddDays(-1):yyyy-MM-dd}");
}
