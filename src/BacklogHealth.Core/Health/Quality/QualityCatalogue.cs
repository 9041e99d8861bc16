using System.Text;

namespace BacklogHealth.Core.Health.Quality;

/// <summary>The checks as a page: made from the book, so that it is never out of date.</summary>
public static class QualityCatalogue
{
    /// <summary>The page of all checks, in Markdown with line feeds only.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder(
            """
            # Data quality

            What `backlog-health quality` and the coach's report look at: what in a tracker's data is contradictory or missing, or misleads a forecast. Each is told as "x of y", where y counts those of which the data tell it either way. The rule of how it is treated holds for every number of the product.


            """.ReplaceLineEndings("\n"));
        page.Append("| id | name |\n|---|---|\n");
        foreach (var check in QualityBook.All)
        {
            page.Append(FormattableString.Invariant($"| [{check.Id}](#{check.Id}) | {check.Name} |\n"));
        }

        foreach (var check in QualityBook.All)
        {
            page.Append(FormattableString.Invariant($"\n## {check.Id}\n\n**{check.Name}.** {check.Meaning}\n\n"));
            page.Append(FormattableString.Invariant($"- What it does: {check.Effect}\n- How it is treated: {check.Treatment}\n- What to do: {check.Remedy}\n"));
        }

        return page.ToString();
    }
}
