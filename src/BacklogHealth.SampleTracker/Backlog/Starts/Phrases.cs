using System.Collections.Frozen;
using System.Globalization;
using BacklogHealth.SampleTracker.Backlog.History;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog.Starts;

/// <summary>
/// Sentences of everyday work with places in them, and the words of one team that may stand there: <c>{page}</c> is one of the team's words of that
/// name (<c>words.txt</c>), <c>{a|b}</c> one of these, <c>{#2-9}</c> a whole number from 2 to 9. It says nothing twice as long as it can.
/// </summary>
internal sealed class Phrases
{
    /// <summary>How often another wording is sought for what was said before.</summary>
    private const int Tries = 12;

    private static readonly FrozenDictionary<string, string[]> Talk = Sections();

    private readonly FrozenDictionary<string, string[]> _words;
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    public Phrases(TeamPlan team) => _words = SeedReader.Lines(team.Folder + "/words").Select(l => l.Split(" = "))
        .ToFrozenDictionary(l => l[0], l => l[1].Split(" | "), StringComparer.Ordinal);

    /// <summary>One sentence of a section of <c>talk.txt</c>.</summary>
    public string Say(string section, Chance chance) => Say(Talk[section], chance);

    /// <summary>One of the sentences, its places filled.</summary>
    public string Say(IReadOnlyList<string> sentences, Chance chance)
    {
        for (var left = Tries; ; left--)
        {
            var said = Fill(chance.Pick(sentences), chance);
            if (_said.Add(said) || left == 0)
            {
                return char.ToUpperInvariant(said[0]) + said[1..];
            }
        }
    }

    private string Fill(string text, Chance chance)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }

        var (parts, end) = Place(text, open + 1);
        var filled = parts.Count > 1 ? Fill(chance.Pick(parts), chance) : parts[0][0] == '#' ? Number(parts[0][1..], chance) : Word(parts[0], text, chance);
        return text[..open] + filled + Fill(text[(end + 1)..], chance);
    }

    /// <summary>What stands to choose from in a place, and where the place ends. An alternative may have places of its own.</summary>
    private static (List<string> Parts, int End) Place(string text, int start)
    {
        var parts = new List<string>();
        var depth = 0;
        var from = start;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    depth++;
                    break;
                case '}' when depth > 0:
                    depth--;
                    break;
                case '}':
                    parts.Add(text[from..i]);
                    return (parts, i);
                case '|' when depth == 0:
                    parts.Add(text[from..i]);
                    from = i + 1;
                    break;
                default:
                    break;
            }
        }

        throw new FormatException($"Sample text '{text}': found a place that does not end; expected a closing brace.");
    }

    private static string Number(string range, Chance chance)
    {
        var bounds = range.Split('-');
        var from = int.Parse(bounds[0], CultureInfo.InvariantCulture);
        return (from + (int)(chance.Unit() * (int.Parse(bounds[1], CultureInfo.InvariantCulture) - from + 1))).ToString(CultureInfo.InvariantCulture);
    }

    private string Word(string name, string text, Chance chance) => _words.TryGetValue(name, out var words)
        ? chance.Pick(words)
        : throw new FormatException($"Sample text '{text}': found the place '{name}'; expected a name of the team's words.txt.");

    private static FrozenDictionary<string, string[]> Sections()
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var now = "";
        foreach (var line in SeedReader.Lines("talk"))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                sections[now = line[2..]] = [];
            }
            else
            {
                sections[now].Add(line);
            }
        }

        return sections.ToFrozenDictionary(s => s.Key, s => s.Value.ToArray(), StringComparer.Ordinal);
    }
}
