using BacklogHealth.Core.Health.Duties;

namespace BacklogHealth.Core.Tests.Health.Duties;

public sealed class TextEditTests
{
    [Theory]
    [InlineData("Pay by card", "Pay by invoice", true)]
    [InlineData("Pay by card", "Pay by card and cash", true)]
    [InlineData(null, "Pay", true)]
    [InlineData("Pay", null, true)]
    [InlineData("5 %", "50 %", true)]
    [InlineData(null, null, false)]
    [InlineData("- [ ] Pay by card\n- [ ] Print", "- [x] Pay by card\n- [ ] Print", false)]
    [InlineData("[x] Pay [X] Print", "[ ] Pay [ ] Print", false)]
    [InlineData("Pay by card", "* Pay, by card.", false)]
    [InlineData("pay by\ncard", "Pay by card", false)]
    [InlineData("[x", "[", true)]
    public void Only_words_count(string? from, string? to, bool changes) => Assert.Equal(changes, TextEdit.ChangesWords(from, to));
}
