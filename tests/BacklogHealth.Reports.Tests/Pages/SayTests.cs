using BacklogHealth.Reports.Pages;
using CsCheck;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class SayTests
{
    [Fact]
    public void A_long_text_is_cut_at_a_word() => Assert.Equal("Improve the…", Say.Short("Improve  the\ncheckout", 14));

    [Fact]
    public void A_short_text_never_exceeds_its_length_and_never_halves_a_character() =>
        Gen.Select(Gen.String[Gen.Char["aé \uD83C\uDF89"], 0, 60], Gen.Int[4, 40]).Sample((text, most) =>
        {
            var cut = Say.Short(text, most);
            return cut.Length <= most && (cut.Length < 2 || !cut.EndsWith('…') || !char.IsHighSurrogate(cut[^2]));
        });

    [Fact]
    public void Signs_that_no_eye_sees_are_taken_out() => Assert.Equal("abc\nd", Say.Clean("a\u202Eb\u0000c\nd\u2066"));
}
