using System.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>
/// Reads Jira wiki markup. Never throws on content; what it does not know stays as it stands. This class finds the macros in braces and hands the text
/// between them on, line by line. One pass: an opening macro without its end is looked for only once.
/// </summary>
internal sealed class WikiMarkupText
{
    private const int LongestMacro = 300;

    private readonly string _text;
    private readonly TextFlow _flow = new();
    private readonly StringBuilder _lines = new();
    private readonly HashSet<string> _neverClosed = new(StringComparer.Ordinal);
    private int _monospacedEnd = -1;
    private bool _quoting;

    private WikiMarkupText(string text) => _text = text;

    /// <summary>The text with its structure; empty for null.</summary>
    public static StructuredText Read(string? source)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return StructuredText.Empty;
        }

        var reader = new WikiMarkupText(source.ReplaceLineEndings("\n"));
        reader.Walk();
        return reader._flow.Build();
    }

    private void Walk()
    {
        var at = 0;
        while (at < _text.Length)
        {
            var brace = _text.AsSpan(at).IndexOfAny('{', '\\');
            brace = brace < 0 ? _text.Length : at + brace;
            _lines.Append(_text, at, brace - at);
            at = brace < _text.Length ? Brace(brace) : brace;
        }

        Flush();
    }

    /// <summary>Reads what begins at a brace or backslash; the place behind it.</summary>
    private int Brace(int at)
    {
        if (_text[at] == '\\')
        {
            return Keep(at, 2);
        }

        if (at + 1 < _text.Length && _text[at + 1] == '{')
        {
            _monospacedEnd = _monospacedEnd >= at || _monospacedEnd == int.MaxValue ? _monospacedEnd : Next("}}", at);
            return Keep(at, _monospacedEnd < _text.Length && _text.AsSpan(at, _monospacedEnd - at).IndexOf('\n') < 0 ? _monospacedEnd + 2 - at : 2);
        }

        return Macro(at) is { } macro ? Read(macro.Name, macro.Parameters, at, macro.End) : Keep(at, 1);
    }

    private int Read(string name, string parameters, int start, int end)
    {
        switch (name)
        {
            case "code" or "noformat" or "html":
                return Verbatim(name, start, end);
            case "quote":
                Flush();
                if (_quoting)
                {
                    _flow.EndQuote();
                }
                else
                {
                    _flow.BeginQuote();
                }

                _quoting = !_quoting;
                return end;
            case "panel" or "expand" or "info" or "note" or "tip" or "warning":
                Flush();
                _lines.Append(Title(parameters));
                Flush();
                return end;
            case "section" or "column":
                Flush();
                return end;
            default:
                // {color}, {anchor}, {toc}: seen, not read.
                return end;
        }
    }

    private int Verbatim(string name, int start, int end)
    {
        var close = "{" + name + "}";
        var stop = _neverClosed.Contains(name) ? int.MaxValue : Next(close, end);
        var after = stop == int.MaxValue ? _text.Length : stop + close.Length;
        if (stop == int.MaxValue)
        {
            _neverClosed.Add(name);
            if (start > 0 && _text[..start].TrimEnd(' ') is { Length: > 0 } before && before[^1] != '\n')
            {
                // In the middle of a sentence, without its end: somebody speaks of the macro.
                return Keep(start, end - start);
            }

            stop = _text.Length;
        }

        Flush();
        if (name == "html")
        {
            HtmlText.ReadInto(_flow, _text[end..stop]);
        }
        else
        {
            _flow.Code(_text[end..stop]);
        }

        return after;
    }

    private (string Name, string Parameters, int End)? Macro(int at)
    {
        var span = _text.AsSpan(at, Math.Min(LongestMacro, _text.Length - at));
        var close = span.IndexOf('}');
        if (close < 2 || span[..close].IndexOf('\n') >= 0)
        {
            return null;
        }

        var colon = span[..close].IndexOf(':');
        var name = span[1..(colon < 0 ? close : colon)].ToString();
        var parameters = colon < 0 ? "" : span[(colon + 1)..close].ToString();
        return name.ToUpperInvariant() is "CODE" or "NOFORMAT" or "HTML" or "QUOTE" or "PANEL" or "EXPAND" or "INFO" or "NOTE" or "TIP" or "WARNING"
            or "SECTION" or "COLUMN" or "COLOR" or "ANCHOR" or "TOC"
            ? (name.ToLowerInvariant(), parameters, at + close + 1)
            : null;
    }

    private int Keep(int at, int length)
    {
        length = Math.Min(length, _text.Length - at);
        _lines.Append(_text, at, length);
        return at + length;
    }

    private void Flush()
    {
        WikiLines.Read(_flow, _lines.ToString());
        _lines.Clear();
    }

    private int Next(string mark, int from)
    {
        var found = _text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? int.MaxValue : found;
    }

    private static string Title(string parameters)
    {
        foreach (var parameter in parameters.Split('|'))
        {
            if (parameter.StartsWith("title=", StringComparison.OrdinalIgnoreCase))
            {
                return parameter["title=".Length..];
            }
        }

        return parameters.Contains('=', StringComparison.Ordinal) ? "" : parameters;
    }
}
