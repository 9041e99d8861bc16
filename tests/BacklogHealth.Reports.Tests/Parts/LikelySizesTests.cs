using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Reports.Tests.Words;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class LikelySizesTests
{
    private const string Public = "“Likely larger than”: so many of 100 of the team's items are likely to be smaller, by what the text says. Learned from public projects; in others, the order by text and the order by estimate agreed with a rank correlation of 0.34 (1 is the same order, 0 is luck). A hint for talking about size, no estimate.";

    private const string Own = "“Likely larger than”: so many of 100 of the team's items are likely to be smaller, by what the text says. Learned from the team's own items, too; of 204 later ones, the order by text and the order by estimate agreed with a rank correlation of 0.34 (1 is the same order, 0 is luck). A hint for talking about size, no estimate.";

    [Theory]
    [InlineData(ModelSource.Public, Public)]
    [InlineData(ModelSource.Team, Own)]
    public void Where_sizes_are_said_the_coach_sees_them_beside_what_could_be_cut_and_what_they_rest_on(ModelSource source, string note)
    {
        var page = Coach(Sized(source));

        Assert.Contains("<th scope=\"col\" class=\"n\">Likely larger than</th></tr>", page.Html, StringComparison.Ordinal);
        Assert.Matches("<td class=\"n\" data-name=\"Likely larger than\" data-value=\"([0-9]+)\">\\1 %</td></tr>", page.Html);
        Assert.Contains(note, page.Sentences);
    }

    [Fact]
    public void Where_none_is_said_the_column_is_not_there()
    {
        var page = Coach(new SampleHealth());

        Assert.Contains("could also be cut smaller", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Likely larger than", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Audience.ProductOwner)]
    [InlineData(Audience.Stakeholder)]
    public void They_are_the_coachs_alone(Audience audience) =>
        Assert.Equal(ReportWriter.Render(audience, new SampleHealth().Input()).Html, ReportWriter.Render(audience, Sized(ModelSource.Public).Input()).Html);

    [Fact]
    public void They_speak_German()
    {
        var page = ReportWriter.Render(Audience.Coach, GermanSample.Input(Sized(ModelSource.Public))).Page;

        Assert.Contains("Wohl größer als", page, StringComparison.Ordinal);
        Assert.Contains("mit einer Rangkorrelation von 0,34 überein", page, StringComparison.Ordinal);
    }

    private static SampleHealth Sized(ModelSource source) => new()
    {
        Change = x => x with
        {
            OpenItems = [.. x.OpenItems.Select((o, i) => o with { Score = o.Score with { ExpectedSize = Size(0.40 + (0.01 * i), source) } })],
        },
    };

    private static SizeEstimate Size(double expected, ModelSource source) =>
        new(expected, expected, null, new ModelEvidence(source, new("rank correlation", 0.34, 0.29, 0.39, 0, 204, source == ModelSource.Public ? "leave-one-project-out" : "later-items")));

    private static RenderedReport Coach(SampleHealth team) => ReportWriter.Render(Audience.Coach, team.Input());
}
