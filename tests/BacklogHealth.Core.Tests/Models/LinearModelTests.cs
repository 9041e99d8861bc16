using BacklogHealth.Core.Models;
using CsCheck;

namespace BacklogHealth.Core.Tests.Models;

public sealed class LinearModelTests
{
    private static readonly string[] Vocabulary = ["add", "add button", "migrate", "button", "x"];

    private static readonly LinearModel Model = new(
        0.5, [new Measure("length", 10, 2, 0.1)], [new WeighedWord("add", 1, 0.2), new WeighedWord("add button", 2, -0.1), new WeighedWord("migrate", 2, 0.4)]);

    [Fact]
    public void A_value_is_the_start_the_numbers_and_the_words_each_by_its_share_of_a_length_of_one()
    {
        Assert.Equal(0.5 + (0.1 * (14 - 10) / 2), Model.Of([], [14]), 12);
        Assert.Equal(0.5 + 0.4, Model.Of(Terms("migrate"), [10]), 12);
        Assert.Equal(0.5 + (((1 * 0.2) + (2 * 0.4)) / Math.Sqrt(1 + 4)), Model.Of(Terms("add", "migrate"), [10]), 12);
    }

    [Fact]
    public void A_word_counts_once_however_often_it_stands_there_and_an_unknown_one_not_at_all() =>
        Assert.Equal(Model.Of(Terms("add", "migrate"), [10]), Model.Of(Terms("migrate", "add", "button", "add", "add"), [10]), 12);

    [Fact]
    public void All_parts_and_the_start_add_up_to_the_value_in_whatever_order_words_come() =>
        Gen.Select(Gen.Int[0, 4].Select(i => Vocabulary[i]).List[0, 12], Gen.Double[0, 100]).Sample((words, length) =>
        {
            var terms = Terms([.. words]);
            var value = Model.Of(terms, [length]);

            Assert.Equal(value, Model.Start + Model.Parts(terms, [length]).Sum(p => p.Adds), 9);
            Assert.Equal(value, Model.Of([.. terms.Reverse()], [length]));
        });

    [Fact]
    public void A_part_says_where_its_word_first_stands()
    {
        Term[] terms = [new(Term.IdOf("x"), 0, 0, 1), new(Term.IdOf("migrate"), 1, 7, 7), new(Term.IdOf("migrate"), 1, 30, 7)];

        var part = Assert.Single(Model.Parts(terms, [10]));

        Assert.Equal(("migrate", 0.4, (Term?)terms[1]), (part.Name, part.Adds, part.At));
    }

    [Fact]
    public void An_id_goes_on_behind_another_as_its_name_would() =>
        Assert.Equal(Term.IdOf("title:add button"), Term.More(Term.More(Term.IdOf("title:"), "add"), " button"));

    private static Term[] Terms(params string[] names) => [.. names.Select((n, i) => new Term(Term.IdOf(n), 0, i, 1))];
}
