namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class FillInTheTemplateTests
{
    [Theory]
    [InlineData("Goal:\nOut of scope:", "headings")]
    [InlineData("Goal:\nTBD\nOut of scope:\nnone", "headings")]
    [InlineData("See title.", "filler")]
    [InlineData("Please describe the problem here", "form")]
    [InlineData("As a user type I want goal so that benefit", "form")]
    public void An_empty_form_is_told_by_what_stands_in_it(string description, string kind) => Assert.Equal(kind, Some.Find("CL021", "Print vouchers", description)?.Values["for"]);

    [Theory]
    [InlineData("Goal:\nA voucher is printed.\nOut of scope:")]
    [InlineData("What to do:\nhttps://example.org/form")]
    [InlineData("A voucher is printed.")]
    [InlineData("Goal:")]
    [InlineData("")]
    public void A_form_with_anything_in_it_is_left_alone(string description) => Assert.Null(Some.Find("CL021", "Print vouchers", description));

    [Fact]
    public void Texts_that_differ_in_case_and_white_space_alone_are_the_same()
    {
        BacklogHealth.Core.WorkItems.WorkItem Of(string key, string description) => Some.Item($"Print voucher {key}", description, key: key);
        var item = Of("CHK-1", "Part of the vouchers.");

        Assert.Contains("CL021", Some.RuleIds(Some.Score(item, null, Of("CHK-2", "part  of the vouchers."), Of("CHK-3", "Part of the\nvouchers."))));
        Assert.DoesNotContain("CL021", Some.RuleIds(Some.Score(item, null, Of("CHK-2", "part of the vouchers."), Of("CHK-3", "Part of vouchers."))));
    }
}
