using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// What a site sent for one item, as one object: <c>kind</c>, the fields that were <c>asked</c> for where not every site or version does, <c>issue</c>, <c>histories</c> and
/// whether they are <c>whole</c>, <c>comments</c>, <c>links</c>. Values stand as they were sent, except that of accounts only opaque ids are left, and
/// that pictures and addresses of the interface are left out.
/// </summary>
internal static class JiraPayload
{
    // An array of documents within documents is no value of any field that is read.
    private const int DeepestMended = 64;

    /// <summary>Joins the parts.</summary>
    /// <param name="id">The item's id.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="dialect">The kind of Jira that sent them.</param>
    /// <param name="fields">The fields that were asked for.</param>
    /// <param name="buffer">Where to write meanwhile; emptied first, so that one serves many items.</param>
    public static ItemPayload Of(string id, JiraParts parts, JiraDialect dialect, JiraFields fields, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteString("kind", dialect.Kind);
            JiraBody.Strings(json, "asked", fields.Needed);
            WriteIssue(json, parts.Issue, dialect, fields);
            json.WriteBoolean("whole", parts.HistoriesWhole);
            WriteHistories(json, parts.Histories, dialect, fields);
            WriteComments(json, parts.Comments, dialect);
            WriteLinks(json, parts.RemoteLinks);
            json.WriteEndObject();
        }

        return new ItemPayload(id, buffer.WrittenSpan.ToArray());
    }

    /// <summary>Opens a payload; null where it is none of this connector. What is read of it lives as long as what comes back.</summary>
    public static OpenedPayload? Open(ItemPayload payload)
    {
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(payload.Json, new JsonDocumentOptions { MaxDepth = JsonBody.MaxDepth + 8 });
            var root = json.RootElement;
            if (root.Text("kind") is { } kind && root.Get("issue") is { } issue)
            {
                var parts = new JiraParts(issue, [.. root.Entries("histories").Select(JiraHistoryEntry.Of)], root.Flag("whole") ?? false, [.. root.Entries("comments")], [.. root.Entries("links")]);
                var opened = new OpenedPayload(json, kind, [.. root.Entries("asked").Select(a => a.AsText()).OfType<string>()], parts);
                json = null;
                return opened;
            }

            return null;
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            json?.Dispose();
        }
    }

    private static void WriteIssue(Utf8JsonWriter json, JsonElement issue, JiraDialect dialect, JiraFields known)
    {
        json.WriteStartObject("issue");
        Raw(json, "id"u8, issue);
        Raw(json, "key"u8, issue);
        json.WriteStartObject("fields");
        if (issue.Get("fields") is { ValueKind: JsonValueKind.Object } fields)
        {
            foreach (var field in fields.EnumerateObject().Where(f => !f.NameEquals("comment"u8)))
            {
                json.WritePropertyName(field.Name);
                if (field.Value.ValueKind == JsonValueKind.Object && known.People.Contains(field.Name))
                {
                    JiraPeople.Write(json, dialect, field.Value);
                }
                else
                {
                    Write(json, field.Value, dialect, DeepestMended);
                }
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHistories(Utf8JsonWriter json, IReadOnlyCollection<JiraHistoryEntry> histories, JiraDialect dialect, JiraFields fields)
    {
        json.WriteStartArray("histories");
        foreach (var history in histories)
        {
            json.WriteStartObject();
            Member(json, "id"u8, history.Id);
            Member(json, "created"u8, history.Created);
            Author(json, history.Author, dialect);
            json.WriteStartArray("items"u8);
            foreach (var item in history.Items)
            {
                if (JiraPeople.IsOfPeople(fields, item))
                {
                    WriteChangeOfPeople(json, item, dialect);
                }
                else
                {
                    Raw(json, item.Whole);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChangeOfPeople(Utf8JsonWriter json, in JiraHistoryItem item, JiraDialect dialect)
    {
        json.WriteStartObject();
        Raw(json, "field"u8, item.Whole);
        Raw(json, "fieldId"u8, item.Whole);
        json.WriteString("from"u8, JiraPeople.Ids(dialect, item.From));
        json.WriteString("to"u8, JiraPeople.Ids(dialect, item.To));
        json.WriteEndObject();
    }

    private static void WriteComments(Utf8JsonWriter json, IReadOnlyCollection<JsonElement> comments, JiraDialect dialect)
    {
        json.WriteStartArray("comments");
        foreach (var comment in comments)
        {
            json.WriteStartObject();
            Raw(json, "id"u8, comment);
            Raw(json, "created"u8, comment);
            Author(json, comment.Get("author") ?? default, dialect);
            if (comment.Get("body") is { } body)
            {
                json.WritePropertyName("body"u8);
                Write(json, body, dialect, DeepestMended);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter json, IReadOnlyCollection<JsonElement> links)
    {
        json.WriteStartArray("links");
        foreach (var link in links)
        {
            json.WriteStartObject();
            Raw(json, "relationship"u8, link);
            json.WriteStartObject("object");
            Raw(json, "title"u8, link.Get("object") ?? default);
            Raw(json, "url"u8, link.Get("object") ?? default);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Author(Utf8JsonWriter json, JsonElement author, JiraDialect dialect)
    {
        if (author.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            json.WritePropertyName("author"u8);
            JiraPeople.Write(json, dialect, author);
        }
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, JiraDialect dialect, int depth)
    {
        if (depth == 0 || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || IsDocument(value))
        {
            Raw(json, value);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            json.WriteStartArray();
            foreach (var entry in value.EnumerateArray())
            {
                Write(json, entry, dialect, depth - 1);
            }

            json.WriteEndArray();
        }
        else if (JiraPeople.IsAccount(value))
        {
            JiraPeople.Write(json, dialect, value);
        }
        else
        {
            json.WriteStartObject();
            foreach (var member in value.EnumerateObject().Where(m => !m.NameEquals("self"u8) && !m.NameEquals("iconUrl"u8) && !m.NameEquals("avatarUrls"u8)))
            {
                json.WritePropertyName(member.Name);
                Write(json, member.Value, dialect, depth - 1);
            }

            json.WriteEndObject();
        }
    }

    private static bool IsDocument(JsonElement value) => value.Get("type") is { ValueKind: JsonValueKind.String } type && type.ValueEquals("doc"u8);

    private static void Raw(Utf8JsonWriter json, ReadOnlySpan<byte> name, JsonElement owner)
    {
        if (owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value))
        {
            Member(json, name, value);
        }
    }

    private static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName(name);
            Raw(json, value);
        }
    }

    private static void Raw(Utf8JsonWriter json, JsonElement value) => json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
}

/// <summary>A payload that was opened to be read.</summary>
/// <param name="Json">What holds it.</param>
/// <param name="Kind">The kind of Jira that sent it.</param>
/// <param name="Asked">The fields that were asked for, of those that not every site or version asks for.</param>
/// <param name="Parts">The parts of the item.</param>
internal sealed record OpenedPayload(JsonDocument Json, string Kind, IReadOnlyCollection<string> Asked, JiraParts Parts) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();
}
