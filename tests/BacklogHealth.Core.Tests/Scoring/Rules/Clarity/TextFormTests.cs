using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

/// <summary>Rules on the form of a text: links alone, long titles, long text, "and/or", the form of the neighbours.</summary>
public sealed class TextFormTests
{
    [Theory]
    [InlineData("See https://example.org/a", "https://example.org/a")]
    [InlineData("{code}basket.add(2);{code}", null)]
    [InlineData("See https://example.org/a: \"the printer needs the voucher twice\"", null)]
    [InlineData("Print https://example.org/a", null)]
    [InlineData("See the shelf.", null)]
    [InlineData("", null)]
    public void Words_that_only_point_are_no_description(string description, string? quoted) => Assert.Equal(quoted, Some.Words("CL022", "Print vouchers", description));

    [Fact]
    public void A_long_link_is_quoted_by_its_beginning() => Assert.Equal(80, Some.Words("CL022", "Print vouchers", "See https://example.org/" + new string('x', 300))!.Length);

    [Fact]
    public void A_list_that_lost_its_line_ends_is_no_long_sentence()
    {
        var piece = "the voucher that is in the basket of the customer is printed below the total ";

        Assert.Equal("60", Some.Find("CL024", "Print vouchers", string.Concat(Enumerable.Repeat(piece, 4)))?.Values["n"]);
        Assert.Null(Some.Find("CL024", "Print vouchers", string.Join("- ", Enumerable.Repeat(piece, 4))));
    }

    [Theory]
    [InlineData("A letter and/or a mail.", "and/or")]
    [InlineData("A letter or/and a mail.", "or/and")]
    [InlineData("A letter and / or a mail.", null)]
    [InlineData("In http://example.org/and/or/so", null)]
    public void And_or_is_found_as_one_word(string description, string? quoted) => Assert.Equal(quoted, Some.Words("CL025", "Tell customers", description));

    [Theory]
    [InlineData("Sheet numbers, big warehouse.", true)]
    [InlineData("Sheet numbers were printed.", false)]
    [InlineData("Prints sheet numbers.", false)]
    [InlineData("- sheet numbers\n- big warehouse", false)]
    [InlineData("Sheet numbers as in https://example.org/a", false)]
    public void A_verb_makes_a_sentence(string description, bool found) => Assert.Equal(found, Some.Find("CL010", "Packing list of the day", description) is not null);

    [Fact]
    public void A_label_before_a_colon_does_not_hide_the_form_of_a_title()
    {
        var commands = Enumerable.Range(2, 12).Select(i => Some.Item($"Print voucher {i}", key: $"CHK-{i}")).ToArray();

        Assert.Contains("CL026", Some.RuleIds(Some.Score(Some.Item("iOS: voucher of the day"), null, commands)));
        Assert.DoesNotContain("CL026", Some.RuleIds(Some.Score(Some.Item("iOS: Print vouchers"), null, commands)));
        Assert.DoesNotContain("CL026", Some.RuleIds(Some.Score(Some.Item("Voucher of the day", "", WorkItemKind.Bug), null, commands)));
    }
}
