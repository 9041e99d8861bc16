using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// What is kept of an item: <c>{"workItem":…,"updates":[…],"comments":[…]}</c>, as the service sent it, but for people, of whom only the opaque ids are
/// kept, and for addresses of further pages. Comments are null where they could not be read.
/// </summary>
internal static class AzurePayload
{
    public const string WorkItem = "workItem";
    public const string Updates = "updates";
    public const string Comments = "comments";

    // Members that hold a person wherever they stand.
    private static readonly FrozenSet<string> Persons = new[] { "revisedBy", "createdBy", "modifiedBy", "changedBy", "createdOnBehalfOf" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Writes what the service sent, without people's names.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="element">What was sent.</param>
    /// <param name="people">Reference names of fields that hold people.</param>
    public static void Write(Utf8JsonWriter json, JsonElement element, FrozenSet<string> people)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when IsPerson(element):
                WritePerson(json, element);
                break;
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(m => m.Name != "_links"))
                {
                    json.WritePropertyName(member.Name);
                    if (Persons.Contains(member.Name) || people.Contains(member.Name))
                    {
                        WritePeople(json, member.Value);
                    }
                    else
                    {
                        Write(json, member.Value, people);
                    }
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var entry in element.EnumerateArray())
                {
                    Write(json, entry, people);
                }

                json.WriteEndArray();
                break;
            default:
                // As it stands: what marks a replaced character is lost where it is written anew.
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
                break;
        }
    }

    // A person, or the person before and after a change; older servers give a name in place of a person, of which nothing is kept.
    private static void WritePeople(Utf8JsonWriter json, JsonElement element)
    {
        if (element.Get("oldValue") is null && element.Get("newValue") is null)
        {
            WritePerson(json, element);
            return;
        }

        json.WriteStartObject();
        foreach (var value in element.EnumerateObject())
        {
            json.WritePropertyName(value.Name);
            WritePerson(json, value.Value);
        }

        json.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter json, JsonElement person)
    {
        if ((person.Text("id") ?? person.Text("descriptor")) is not { } id)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteEndObject();
    }

    private static bool IsPerson(JsonElement element) => element.Get("uniqueName") is not null || (element.Get("displayName") is not null && element.Get("descriptor") is not null);
}
