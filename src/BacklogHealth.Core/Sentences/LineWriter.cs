using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BacklogHealth.Core.Sentences;

/// <summary>Writes one sentence with all that stands in its places, as runs of words.</summary>
internal sealed class LineWriter(Voice voice)
{
    // The form of a place whose words have a capital.
    private const string Capital = "^";

    private readonly List<Run> _runs = [];
    private readonly StringBuilder _words = new();
    private Emphasis _emphasis;
    private string? _link;
    private bool _begins = true;
    private bool _raise;

    /// <summary>The sentence in words. A form of a number with which it begins has a capital.</summary>
    public Line Write(Sentence sentence)
    {
        Add(sentence);
        Close();
        return new Line([.. _runs]);
    }

    private void Add(Sentence sentence)
    {
        var around = _emphasis;
        var template = voice.TemplateOf(sentence);
        for (var at = 0; at < template.Length; at++)
        {
            var c = template[at];
            var twice = at + 1 < template.Length && template[at + 1] == c;
            switch (c)
            {
                case '{' when !twice:
                    var end = template.IndexOf('}', at);
                    Place(sentence, template[(at + 1)..end]);
                    at = end;
                    break;
                case '*' when twice && !sentence.IsWritten:
                    Turn(_emphasis == Emphasis.Strong ? around : Emphasis.Strong);
                    at++;
                    break;
                case '`':
                    Turn(_emphasis == Emphasis.Code ? around : Emphasis.Code);
                    break;
                default:
                    Words(template.AsSpan(at, 1));
                    at += c is '{' or '}' ? 1 : 0;
                    break;
            }
        }

        Turn(around);
    }

    private const string TwoDecimals = "0.00";

    private void Place(Sentence sentence, string place)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        var value = sentence.Values[int.Parse(colon < 0 ? place : place[..colon], CultureInfo.InvariantCulture)];
        _begins |= sentence.IsJoined;
        Value(value, colon < 0 ? null : place[(colon + 1)..]);
    }

    private void Value(object? value, string? form)
    {
        switch (value)
        {
            case string text:
                _raise |= form == Capital;
                Words(text);
                break;
            case Sentence inner:
                _raise |= form == Capital;
                Add(inner);
                break;
            case Marked marked:
                Add(marked);
                break;
            case Run run:
                Close();
                _runs.Add(run.Emphasis == Emphasis.None ? run with { Emphasis = _emphasis } : run);
                (_begins, _raise) = (false, false);
                break;
            case int number:
                Number(number, number, voice.Number(number), form);
                break;
            case long number:
                Number(number, number, voice.Number(number), form);
                break;
            case double number:
                Number(number, number == Math.Floor(number) ? (long)number : null, voice.Number(number), form);
                break;
            case DateOnly day:
                Words(voice.Day(day, form));
                break;
            case ImmutableArray<object?> list:
                List(list);
                break;
        }
    }

    private void Number(double value, long? whole, string digits, string? form)
    {
        if (form is null or "%" or TwoDecimals)
        {
            Words(form switch { null => digits, "%" => voice.Percent(value), _ => voice.TwoDecimals(value) });
            return;
        }

        // One is what is written as one: "1 week" for 1.04 weeks.
        var words = (digits, form.Split('|')) switch
        {
            ("0", [var none, _, _]) => none,
            ("1", [.., var one, _]) => one,
            (_, var forms) => forms[^1],
        };
        words = words.Replace("##", whole is { } n ? voice.InWords(n) : digits, StringComparison.Ordinal);
        _raise |= _begins;
        Words(words.Replace("#", digits, StringComparison.Ordinal));
    }

    private void List(ImmutableArray<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Words(i == 0 ? "" : i == values.Length - 1 ? voice.Language.And : ", ");
            Value(values[i], null);
        }
    }

    private void Add(Marked marked)
    {
        var before = (_emphasis, _link);
        Close();
        (_emphasis, _link) = (marked.Emphasis == Emphasis.None ? _emphasis : marked.Emphasis, marked.Link);
        Add(marked.Words);
        Close();
        (_emphasis, _link) = before;
    }

    private void Turn(Emphasis emphasis)
    {
        if (_emphasis != emphasis)
        {
            Close();
            _emphasis = emphasis;
        }
    }

    private void Words(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        _words.Append(_raise ? char.ToUpperInvariant(text[0]) : text[0]).Append(text[1..]);
        (_begins, _raise) = (false, false);
    }

    private void Close()
    {
        if (_words.Length > 0)
        {
            _runs.Add(new Run(_words.ToString(), _emphasis, _link));
            _words.Clear();
        }
    }
}
