using BacklogHealth.Core.Scoring.Text;
using CsCheck;

namespace BacklogHealth.Core.Tests.Scoring.Text;

public sealed class RoomTests
{
    [Fact]
    public void It_becomes_the_array_of_what_was_added_however_little_was_expected() =>
        Gen.Select(Gen.Int.Array[0, 200], Gen.Int[0, 20]).Sample((all, likely) => all.AsSpan().SequenceEqual(Filled(all, likely)) && Filled(["a"], 1) is ["a"]);

    private static T[] Filled<T>(T[] all, int likely)
    {
        var room = new Room<T>(likely);
        foreach (var one in all)
        {
            room.Add(one);
        }

        return room.ToArray();
    }
}
