using BacklogHealth.Commands;
using BacklogHealth.Pulling;

namespace BacklogHealth.Tests.Pulling;

public sealed class DeliveryAnswerTests
{
    [Theory]
    [InlineData(40, 3, "Delivery Launch: 3 of 40 items belong to no team here.")]
    [InlineData(1400, 1, "Delivery Launch: 1 of 1,400 items belongs to no team here.")]
    [InlineData(40, 0, "Delivery Launch: its query finds 40 items, all of teams here.")]
    [InlineData(1, 0, "Delivery Launch: its query finds 1 item, of a team here.")]
    [InlineData(1, 1, "Delivery Launch: the 1 item that its query finds belongs to no team here.")]
    [InlineData(0, 0, "Delivery Launch: its query finds no item.")]
    public void What_was_found_is_a_sentence(int found, int elsewhere, string sentence) => Assert.Equal(sentence, new DeliveryAnswer("Launch", found, elsewhere).Sentence);

    [Theory]
    [InlineData(false, false, "no item|mend")]
    [InlineData(true, false, "some|no item|mend")]
    [InlineData(false, true, "mend")]
    public void What_has_to_be_mended_is_always_told_and_what_is_well_only_on_request(bool verbose, bool quiet, string told)
    {
        using var error = new StringWriter { NewLine = "|" };
        var screen = new Screen(TextWriter.Null, error, interactive: false, quiet, verbose: verbose);
        new DeliveryAnswer("some", 3, 0).Tell(screen);
        new DeliveryAnswer("none", 0, 0).Tell(screen);
        new DeliveryAnswer("bad", 0, 0, "mend", ExitCode.Usage).Tell(screen);

        Assert.Equal(told, error.ToString().Replace("Delivery some: its query finds 3 items, all of teams here.", "some", StringComparison.Ordinal).Replace("Delivery none: its query finds no item.", "no item", StringComparison.Ordinal).TrimEnd('|'));
    }

    [Theory]
    [InlineData(40, 3, true, "NOTE  acme, team A, delivery Launch: 3 of 40 items that its query finds belong to no team here. They count for nothing. Add a team whose scope they are in, pull it, or narrow the query.")]
    [InlineData(40, 0, true, "OK    acme, team A, delivery Launch: its query finds 40 items, all of teams here")]
    [InlineData(1, 0, false, "OK    acme, team A, delivery Launch: its query finds 1 item")]
    [InlineData(0, 0, true, "NOTE  acme, team A, delivery Launch: its query finds no item. Look whether it means what it should, best in the tracker's own search.")]
    public void The_doctor_says_it_as_a_line(int found, int elsewhere, bool pulled, string line) =>
        Assert.Equal(line, TrackerChecks.Delivery("acme, team A", new DeliveryAnswer("Launch", found, elsewhere), pulled).Line);

    [Fact]
    public void A_query_that_cannot_be_run_is_to_be_mended() =>
        Assert.Equal("MEND  acme, team A, delivery Launch: Delivery Launch, team A: no.", TrackerChecks.Delivery("acme, team A", new DeliveryAnswer("Launch", 0, 0, "Delivery Launch, team A: no.", ExitCode.Usage), true).Line);
}
