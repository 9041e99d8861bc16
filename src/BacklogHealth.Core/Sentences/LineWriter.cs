using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BacklogHealth.Core.Sentences;

/// <summary>Writes one sentence with all that stands in its places, as runs of words.</summary>
internal sealed class LineWriter(Voice voice)
{
    private readonly List<Run> _runs = [];
    private readonly StringBuilder _words = new();
    private Emphasis _emphasis;
    private bool _begins = true;

    /// <summary>The sentence in words. A number or a sentence in a place with which it begins has a capital, words of data keep theirs.</summary>
    public Line Write(Sentence sentence)
    {
        Add(sentence, isPlace: false);
        Close();
        return new Line([.. _runs]);
    }

    private void Add(Sentence sentence, bool isPlace)
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
                    Words(template.AsSpan(at, 1), isOwn: isPlace);
                    at += c is '{' or '}' ? 1 : 0;
                    break;
            }
        }

        Turn(around);
    }

    private void Place(Sentence sentence, string place)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        var value = sentence.Values[int.Parse(colon < 0 ? place : place[..colon], CultureInfo.InvariantCulture)];
        if (sentence.IsJoined)
        {
            _begins = true;
            Add((Sentence)value!, isPlace: false);
            return;
        }

        Value(value, colon < 0 ? null : place[(colon + 1)..]);
    }

    private void Value(object? value, string? form)
    {
        switch (value)
        {
            case string text:
                Words(text, isOwn: false);
                break;
            case Sentence inner:
                Add(inner, isPlace: true);
                break;
            case Run run:
                Close();
                _runs.Add(run.Emphasis == Emphasis.None ? run with { Emphasis = _emphasis } : run);
                _begins = false;
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
                Words(voice.Day(day, form), isOwn: false);
                break;
            case ImmutableArray<object?> list:
                List(list);
                break;
        }
    }

    private void Number(double value, long? whole, string digits, string? form)
    {
        if (form is null or "%")
        {
            Words(form is null ? digits : voice.Percent(value), isOwn: false);
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
        Words(words.Replace("#", digits, StringComparison.Ordinal), isOwn: true);
    }

    private void List(ImmutableArray<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Words(i == 0 ? "" : i == values.Length - 1 ? voice.Language.And : ", ", isOwn: false);
            Value(values[i], null);
        }
    }

    private void Turn(Emphasis emphasis)
    {
        if (_emphasis != emphasis)
        {
            Close();
            _emphasis = emphasis;
        }
    }

    private void Words(ReadOnlySpan<char> text, bool isOwn)
    {
        if (text.IsEmpty)
        {
            return;
        }

        _words.Append(_begins && isOwn && _emphasis != Emphasis.Code ? char.ToUpperInvariant(text[0]) : text[0]).Append(text[1..]);
        _begins = false;
    }

    private void Close()
    {
        if (_words.Length > 0)
        {
            _runs.Add(new Run(_words.ToString(), _emphasis));
            _words.Clear();
        }
    }
}
