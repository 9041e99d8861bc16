using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Sizes;

public sealed class TextFeaturesTests
{
    private static readonly DateTimeOffset Later = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Words_stand_alone_and_in_pairs_without_their_endings_those_of_the_title_twice()
    {
        var names = Names(Some.Item("Adding filters", "The user-list shows 20 rows"));

        Assert.Equal(
            [
                "title:add", "title:^ add", "title:filter", "title:add filter", "add", "^ add", "filter", "add filter",
                "the", "^ the", "user", "the user", "list", "user list", "show", "list show", "#", "show #", "row", "# row",
            ],
            names);
    }

    [Fact]
    public void The_name_of_every_term_has_the_id_of_the_term() =>
        Assert.All(
            new[] { Some.Item("Fix: the \"old\" page"), Some.Item("a", "x y `code` zz-top\n* one\n* two"), Some.Item("Änderungen an Öfen", "Größe.Breite 3x") },
            item =>
            {
                var text = TextFeatures.At(item, Later, "en")!;
                Assert.All(Enumerable.Range(0, text.Terms.Count), i => Assert.Equal(text.Terms[i].Id, Term.IdOf(text.NameOf(i))));
            });

    [Fact]
    public void Code_addresses_and_persons_are_no_words()
    {
        var item = Some.Item("Show it") with { Description = new StructuredText("Ask Ada about run now at https://acme.example/ada", [new TextSpan(TextKind.Mention, 4, 3), new TextSpan(TextKind.Code, 14, 7)]) };

        var names = Names(item);

        Assert.DoesNotContain(names, n => n.Contains("ada", StringComparison.Ordinal) || n.Contains("run", StringComparison.Ordinal) || n.Contains("acme", StringComparison.Ordinal));
        Assert.Contains("about", names);
    }

    [Fact]
    public void A_text_is_read_as_it_stood_at_the_instant_and_nothing_later_gets_in()
    {
        var item = Some.Item("Export", "Now it names every column") with
        {
            Changes = [new FieldChange(Later, FieldNames.Description, FieldValue.Of(StructuredText.FromPlain("somehow")), FieldValue.Of(StructuredText.FromPlain("Now it names every column")))],
        };

        Assert.Contains("somehow", Names(item, Later));
        Assert.DoesNotContain("column", Names(item, Later));
        Assert.Contains("column", Names(item, Later.AddMinutes(1)));
    }

    [Fact]
    public void A_text_that_cannot_be_rebuilt_is_not_read_and_neither_is_an_item_that_was_not_there()
    {
        var item = Some.Item("Export", "Now it is long") with { Changes = [new FieldChange(Later, FieldNames.Description, null, null)] };

        Assert.Null(TextFeatures.At(item, Later, "en"));
        Assert.NotNull(TextFeatures.At(item, Later.AddMinutes(1), "en"));
        Assert.Null(TextFeatures.At(item, item.Created, "en"));
    }

    [Fact]
    public void There_is_a_number_for_each_name()
    {
        var text = TextFeatures.At(Some.Item("Show it", "* one\n* two\n\nWhy?"), Later, "en")!;

        Assert.Equal(TextFeatures.MeasureNames.Length, text.Measures.Count);
        Assert.Equal(1, text.Measures[TextFeatures.MeasureNames.IndexOf("description")]);
        Assert.Equal(Math.Log(2), text.Measures[TextFeatures.MeasureNames.IndexOf("questions")]);
    }

    private static List<string> Names(WorkItem item, DateTimeOffset? at = null)
    {
        var text = TextFeatures.At(item, at ?? Later, "en")!;
        return [.. Enumerable.Range(0, text.Terms.Count).Select(text.NameOf)];
    }
}
