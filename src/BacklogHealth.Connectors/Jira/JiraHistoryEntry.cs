using System.Collections.Immutable;
using System.Text.Json;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// An entry of an issue's history: what one account changed at one instant. Its members are looked up here once, in one walk over it, for all that
/// read it: of all that a pull reads, most are these. A member that is missing is undefined.
/// </summary>
/// <param name="Whole">The entry as it was sent.</param>
/// <param name="Id">Its id.</param>
/// <param name="Created">Its instant.</param>
/// <param name="Author">The account.</param>
/// <param name="Items">The changes of single fields; none where there is no list of them.</param>
internal sealed record JiraHistoryEntry(JsonElement Whole, JsonElement Id, JsonElement Created, JsonElement Author, ImmutableArray<JiraHistoryItem> Items)
{
    /// <summary>Reads an entry; anything but an object is one without members.</summary>
    public static JiraHistoryEntry Of(JsonElement entry)
    {
        var (id, created, author, items) = default((JsonElement, JsonElement, JsonElement, JsonElement));
        foreach (var member in entry.ValueKind == JsonValueKind.Object ? entry.EnumerateObject() : default)
        {
            if (member.NameEquals("id"u8))
            {
                id = member.Value;
            }
            else if (member.NameEquals("created"u8))
            {
                created = member.Value;
            }
            else if (member.NameEquals("author"u8))
            {
                author = member.Value;
            }
            else if (member.NameEquals("items"u8))
            {
                items = member.Value;
            }
        }

        return new(entry, id, created, author, items.ValueKind == JsonValueKind.Array ? Read(items) : []);
    }

    private static ImmutableArray<JiraHistoryItem> Read(JsonElement items)
    {
        var read = ImmutableArray.CreateBuilder<JiraHistoryItem>(items.GetArrayLength());
        foreach (var item in items.EnumerateArray())
        {
            read.Add(JiraHistoryItem.Of(item));
        }

        return read.MoveToImmutable();
    }
}
