using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace BacklogHealth.Core.Sentences;

/// <summary>
/// A sentence as data: its English words with places, and what stands in the places. A <see cref="Voice"/> says it in a language. Written as an
/// interpolated string, so that the code reads as the reader does; the words become the key under which a language's file has its own.
/// <para>In the words, <c>**…**</c> is strong and <c>`…`</c> is to be typed. A place may hold a text (data: no language changes it), another sentence, a
/// <see cref="Run"/> or <see cref="Marked"/> words, a list of these, or a number or day, which the language writes its own way:</para>
/// <list type="bullet">
/// <item>whole numbers and decimals: <c>{n}</c> "1,234"; <c>{n:is|are}</c> the form for one or for several; <c>{n:# item|# items}</c> with the number,
/// <c>{n:one thing|## things}</c> with the number in words up to twelve; <c>{n:no item|# item|# items}</c> with a form for none; <c>{p:%}</c> "85 %", never
/// certain; <c>{r:0.00}</c> "0.34"; <c>{n:##}</c> "two";</item>
/// <item>days: <c>{day}</c> "12 October", with the year where it is another; <c>full</c> "12 October 2026", <c>short</c> "12 Oct", <c>short full</c>
/// "12 Oct 2026", <c>weekday</c> "Monday";</item>
/// <item>texts and sentences: <c>{inner:^}</c> with a capital, for one with which a line begins.</item>
/// </list>
/// A place that holds null says nothing. Immutable once written.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence : IEquatable<Sentence>
{
    private readonly StringBuilder _template;
    private readonly List<object?> _values;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    /// <param name="literalLength">Characters outside of places.</param>
    /// <param name="formattedCount">Number of places.</param>
    public Sentence(int literalLength, int formattedCount)
    {
        _template = new StringBuilder(literalLength + (formattedCount * 4));
        _values = new List<object?>(formattedCount);
    }

    /// <summary>No words.</summary>
    public static Sentence None { get; } = new(0, 0);

    /// <summary>The English words with numbered places, for example <c>{0:# item|# items} came in</c>; braces in the words are doubled.</summary>
    public string Template => _template.ToString();

    /// <summary>What stands in the places.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>True where there are no words.</summary>
    public bool IsEmpty => _template.Length == 0;

    /// <summary>True where the words are in the reader's language already.</summary>
    public bool IsWritten { get; private init; }

    /// <summary>The number, day or text that stands by itself, with no words around or in its place; null where there are words.</summary>
    public object? Value => _values is [var only] && Template is ['{', '0', .. var form, '}'] && !form.AsSpan().ContainsAny('|', '}') ? only : null;

    /// <summary>True where it is made of sentences that follow one another, each with its own beginning.</summary>
    internal bool IsJoined { get; private init; }

    /// <summary>Data, such as a title: the same in every language.</summary>
    public static Sentence Data(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return None;
        }

        var sentence = new Sentence(0, 1);
        sentence.AppendFormatted(text);
        return sentence;
    }

    /// <summary>A sentence that is in the reader's language already, in which what stands between backticks is to be typed.</summary>
    public static Sentence Written(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentence = new Sentence(text.Length, 0) { IsWritten = true };
        sentence.AppendLiteral(text);
        return sentence;
    }

    /// <summary>Several sentences, one after the other, with a space between them; those without words are left out.</summary>
    public static Sentence Join(params Sentence[] sentences) => Join((IEnumerable<Sentence>)sentences);

    /// <inheritdoc cref="Join(Sentence[])"/>
    public static Sentence Join(IEnumerable<Sentence> sentences) => Joined(new Sentence(0, 0) { IsJoined = true }, " ", sentences);

    /// <summary>Several sentences with something between them that every language writes alike, such as <c>"; "</c>; those without words are left out.</summary>
    public static Sentence JoinBy(string between, IEnumerable<Sentence> sentences) => Joined(new Sentence(0, 0), between, sentences);

    /// <summary>A number by itself.</summary>
    public static implicit operator Sentence(int number) => $"{number}";

    /// <summary>A number by itself.</summary>
    public static implicit operator Sentence(double number) => $"{number}";

    /// <summary>Words of data by themselves.</summary>
    public static implicit operator Sentence(Run run) => $"{run}";

    /// <summary>Marked words by themselves.</summary>
    public static implicit operator Sentence(Marked words) => $"{words}";

    /// <summary>Called by the compiler for words outside of places.</summary>
    public void AppendLiteral(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _template.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    /// <summary>Called by the compiler for a place.</summary>
    /// <exception cref="ArgumentException">Nobody can say such a value.</exception>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        _template.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}{(format is null ? "" : ":" + format)}}}");
        _values.Add(Sayable(value));
    }

    /// <summary>In English, as a terminal shows it: no emphasis, what is to be typed between backticks, each day with its year.</summary>
    public override string ToString() => Voice.English.Say(this).Typed;

    /// <inheritdoc/>
    public bool Equals(Sentence? other) =>
        other is not null && IsWritten == other.IsWritten && IsJoined == other.IsJoined && _template.Equals(other._template)
        && _values.SequenceEqual(other._values, EqualityComparer<object?>.Create(Same));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sentence);

    /// <inheritdoc/>
    public override int GetHashCode() => Template.GetHashCode(StringComparison.Ordinal);

    private static Sentence Joined(Sentence all, string between, IEnumerable<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        foreach (var sentence in sentences.Where(s => !s.IsEmpty))
        {
            if (!all.IsEmpty)
            {
                all.AppendLiteral(between);
            }

            all.AppendFormatted(sentence);
        }

        return all;
    }

    // A list is kept as it is now, whatever becomes of what it was taken from.
    private static object? Sayable(object? value) => value switch
    {
        null or string or Sentence or Run or Marked or int or long or double or DateOnly => value,
        IEnumerable<object?> list => list.Select(Sayable).ToImmutableArray(),
        _ => throw new ArgumentException($"A place of a sentence holds a {value.GetType().Name}; expected a text, a number, a day, a sentence, a run or a list of these. Put one of them into the place.", nameof(value)),
    };

    private static bool Same(object? one, object? other) =>
        one is ImmutableArray<object?> list && other is ImmutableArray<object?> others ? list.SequenceEqual(others, EqualityComparer<object?>.Create(Same)) : Equals(one, other);
}
