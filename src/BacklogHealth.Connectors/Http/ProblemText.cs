using System.Text;
using System.Text.Json;

namespace BacklogHealth.Connectors.Http;

/// <summary>What a tracker says in a refusal, short enough for a sentence and without secrets.</summary>
internal static class ProblemText
{
    private const int Longest = 300;

    /// <summary>The messages of an error in JSON; "" for anything else, web pages above all.</summary>
    public static string Read(Memory<byte> body, IEnumerable<string> secrets)
    {
        if (body.IsEmpty)
        {
            return "";
        }

        try
        {
            using var json = JsonBody.Parse(body);
            var root = json.RootElement;
            IEnumerable<string?> said = [.. root.Entries("errorMessages").Select(m => m.AsText()), .. Members(root), root.Text("message")];
            var text = new StringBuilder(string.Join(' ', said.Where(s => !string.IsNullOrWhiteSpace(s)).Select(s => s!.ReplaceLineEndings(" ").Trim())));
            foreach (var secret in secrets.Where(s => s.Length > 0))
            {
                text.Replace(secret, "***");
            }

            return text.Length <= Longest ? text.ToString() : $"{text.ToString(0, Longest)}…";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static IEnumerable<string?> Members(JsonElement root) =>
        root.Get("errors") is { ValueKind: JsonValueKind.Object } errors ? errors.EnumerateObject().Select(e => e.Value.AsText()) : [];
}
