using BacklogHealth.Reports.Charts;
using CsCheck;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ColourTableTests
{
    [Fact]
    public void Colours_have_places_in_the_order_of_their_first_pixel_and_are_counted() =>
        // Few bits, so that colours come again, and differences that are far from each other, so that they fall on one another.
        Gen.Select(Gen.UInt[0, 40], Gen.UInt[0, 30], Gen.Int[1, 9], (low, high, times) => (Colour: low | high << 24, Times: times)).Array[0, 3000].Sample(runs =>
        {
            var table = new ColourTable();
            var places = runs.Select(r => table.Add(r.Colour, r.Times)).ToArray();

            var expected = runs.GroupBy(r => r.Colour).Select(g => (g.Key, g.Sum(r => r.Times))).ToArray();
            Assert.Equal(expected, Enumerable.Range(0, table.Count).Select(i => (table.ColourAt(i), table.CountAt(i))));
            Assert.Equal(runs.Select(r => r.Colour), places.Select(table.ColourAt));
            Assert.Equal(places, runs.Select(r => table.PlaceOf(r.Colour)));
        });
}
