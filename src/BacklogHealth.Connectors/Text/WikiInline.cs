using System.Buffers;
using System.Net;
using System.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>
/// Reads one line of Jira wiki markup: links, mentions, pictures, monospaced and emphasised words, escapes, bare addresses. Marks that could as well be
/// part of the words ("-", "^", "~") stay. One pass: the end of a mark is looked for only once where there is none.
/// </summary>
internal sealed class WikiInline
{
    private const string Escapable = "[]{}*_|!-+^~?\\#";

    private static readonly SearchValues<char> Signs = SearchValues.Create("\\{[!*_+hHfFmwW");

    private readonly TextFlow _flow;
    private readonly string _line;
    private readonly StringBuilder _words = new();
    private HashSet<string>? _missingMarks;
    private HashSet<int>? _closingMarks;

    private WikiInline(TextFlow flow, string line) => (_flow, _line) = (flow, line);

    private HashSet<string> Missing => _missingMarks ??= new(StringComparer.Ordinal);

    private HashSet<int> Closing => _closingMarks ??= [];

    /// <summary>Writes the line.</summary>
    public static void Read(TextFlow flow, string line)
    {
        var reader = new WikiInline(flow, line);
        var at = 0;
        while (at < line.Length)
        {
            // Between the signs that may open a mark, words stand as they are.
            var sign = line.AsSpan(at).IndexOfAny(Signs);
            var next = sign < 0 ? line.Length : at + sign;
            reader._words.Append(line, at, next - at);
            at = next < line.Length ? reader.Step(next) : next;
        }

        reader.Flush();
    }

    private int Step(int at)
    {
        var c = _line[at];
        var next = at + 1 < _line.Length ? _line[at + 1] : '\0';
        var after = c switch
        {
            '\\' => Escape(at, next),
            '{' when next == '{' => Monospaced(at),
            '[' => Bracket(at),
            '!' when !IsWordAt(at - 1) && next > ' ' && next != '!' => Picture(at),
            '*' or '_' or '+' => Emphasis(at),
            'h' or 'H' or 'f' or 'F' or 'm' or 'w' or 'W' when !IsWordAt(at - 1) && next is 't' or 'T' or 'i' or 'I' or 'a' or 'A' or 'w' or 'W' => Address(at),
            _ => 0,
        };
        if (after > at)
        {
            return after;
        }

        _words.Append(c);
        return at + 1;
    }

    private int Escape(int at, char next)
    {
        if (next == '\\' && (at + 2 >= _line.Length || char.IsWhiteSpace(_line[at + 2])))
        {
            Flush();
            _flow.LineBreak();
            return at + 2;
        }

        if (next == '\0' || next == '\\' || !Escapable.Contains(next, StringComparison.Ordinal))
        {
            return 0;
        }

        _words.Append(next);
        return at + 2;
    }

    private int Monospaced(int at)
    {
        var end = Find("}}", at + 2);
        if (end < 0)
        {
            return 0;
        }

        end += end + 2 < _line.Length && _line[end + 2] == '}' ? 1 : 0;
        return Mark(TextKind.Code, _line[(at + 2)..end], null, end + 2);
    }

    private int Bracket(int at)
    {
        var end = Find("]", at + 1);
        if (end < 0)
        {
            return 0;
        }

        var inside = _line[(at + 1)..end];
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var words = bar < 0 ? inside : inside[..bar];
        var target = bar < 0 ? "" : inside[(bar + 1)..].Split('|')[0].Trim();
        return inside.Length == 0 ? 0
            : inside[0] == '~' && bar < 0 && inside.Length > 1 ? Mark(TextKind.Mention, "@" + inside[1..].Replace("accountid:", "", StringComparison.Ordinal), null, end + 1)
            : inside[0] == '^' && inside.Length > 1 ? Mark(TextKind.Image, words[1..], words[1..], end + 1)
            : bar < 0 && Addresses.Begins(inside) ? Mark(TextKind.Link, inside, inside, end + 1)
            : target.Length > 0 && !target.Contains(' ', StringComparison.Ordinal) ? Mark(TextKind.Link, string.IsNullOrWhiteSpace(words) ? target : words, target, end + 1)
            : 0;
    }

    private int Picture(int at)
    {
        var end = Find("!", at + 1);
        if (end < 0)
        {
            return 0;
        }

        var name = _line[(at + 1)..end].Split('|')[0];
        return Addresses.IsPicture(name) || Addresses.Begins(name) ? Mark(TextKind.Image, Addresses.FileName(name) ?? name, name, end + 1) : 0;
    }

    private int Emphasis(int at)
    {
        if (_closingMarks?.Remove(at) == true)
        {
            return at + 1;
        }

        var mark = _line[at];
        if (IsWordAt(at - 1) || (at > 0 && _line[at - 1] == mark) || at + 1 >= _line.Length || !(char.IsLetterOrDigit(_line[at + 1]) || "_*+{[\"'(".Contains(_line[at + 1], StringComparison.Ordinal)) || _line[at + 1] == mark || _missingMarks?.Contains(mark.ToString()) == true)
        {
            return 0;
        }

        for (var i = at + 2; i < _line.Length; i++)
        {
            if (_line[i] == mark && _line[i - 1] > ' ' && _line[i - 1] != ',' && _line[i - 1] != mark && !IsWordAt(i + 1) && (i + 1 >= _line.Length || _line[i + 1] != mark))
            {
                Closing.Add(i);
                return at + 1;
            }
        }

        Missing.Add(mark.ToString());
        return 0;
    }

    private int Address(int at)
    {
        var length = Addresses.LengthAt(_line, at);
        return length == 0 ? 0 : Mark(TextKind.Link, _line.Substring(at, length), _line.Substring(at, length), at + length);
    }

    private int Mark(TextKind kind, string words, string? target, int end)
    {
        var lead = words.Length > 0 && char.IsWhiteSpace(words[0]) && _words.Length > 0 && !char.IsWhiteSpace(_words[^1]);
        _words.Append(lead ? " " : "");
        Flush();
        _flow.Inline(kind, WebUtility.HtmlDecode(words), target?.Trim());
        return end;
    }

    private void Flush()
    {
        var words = _words.ToString();
        _flow.Words(words.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(words) : words);
        _words.Clear();
    }

    private int Find(string mark, int from)
    {
        if (_missingMarks?.Contains(mark) == true || from > _line.Length)
        {
            return -1;
        }

        var found = _line.IndexOf(mark, from, StringComparison.Ordinal);
        if (found < 0)
        {
            Missing.Add(mark);
        }

        return found;
    }

    private bool IsWordAt(int at) => at >= 0 && at < _line.Length && char.IsLetterOrDigit(_line[at]);
}
