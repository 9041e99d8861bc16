using BacklogHealth.Testing;

namespace BacklogHealth.Tests.HouseRules;

/// <summary>Each room says on one screen what it is for and what may be touched.</summary>
public class RoomCardsTests
{
    private static readonly string[] Headings = ["## What this room is for", "## May use", "## May not", "## To add one", "## Its tests"];

    public static TheoryData<string> Rooms() => [.. Directory.GetDirectories(Repository.Path("src")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_has_a_card_of_one_screen_with_the_five_headings(string room)
    {
        var lines = File.ReadAllLines(Repository.Path("src", room, "README.md"));

        Assert.Equal(Headings, lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)));
        Assert.InRange(lines.Length, 10, 60);
    }
}
