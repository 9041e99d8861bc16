namespace BacklogHealth.Reports.Tests.Words;

/// <summary>Words that are put together past the sentences are found, and what is no word for a reader is let pass.</summary>
public class MakingCheckTests
{
    [Theory]
    [InlineData("""Sentence Of() => $"{n:# item|# items} of {name} since {day}";""")]
    [InlineData("""Sentence Of() => n > 1 ? (Sentence)$"{n} came" : $"none came";""")]
    [InlineData("""Sentence Of() => n switch { 0 => $"none came", _ => $"{n} came" };""")]
    [InlineData("""Sentence? Of() => Known ? $"known" : null;   bool Known => n > 1;""")]
    [InlineData("""Sentence Of() => $"By {names} and {names.Select(x => (Sentence)$"each {x}")}";""")]
    [InlineData("""Sentence Of() => $"See {new Run(name)}, {new Marked($"all of it")} and {Sentence.Data(name)}";""")]
    [InlineData("""Sentence Of() => $"Of {Short(name)}";   static string Short(string text) => text.Length > 9 ? text[..9] + "…" : text;""")]
    [InlineData("""string Of() => $"burn-up-{n}";""")]
    [InlineData("""string Of() => $"<rect class=\"bar quiet\" x=\"{name}\"/>";""")]
    [InlineData("""string Of() => FormattableString.Invariant($"M{1.5:0.#} {n}l{2.5:0.#} 0");""")]
    [InlineData("""string Of() => n.ToString(System.Globalization.CultureInfo.InvariantCulture) + DayOfWeek.Monday.ToString() + name.ToString();""")]
    [InlineData("""string Of() => $"-{char.ToLowerInvariant(name[0])}" + name[0].ToString();""")]
    [InlineData("""void Of() => throw new ArgumentException($"{name}: found no day");""")]
    public void What_is_said_by_a_sentence_or_to_nobody_is_let_pass(string code) => Assert.Empty(Faults(code));

    [Theory]
    [InlineData("""string Of() => $"{n} items came";""", """found a text with words, $"{n} items came"; expected a Sentence, which a language can say. Give it that type; in a choice, write (Sentence) before the first one.""")]
    [InlineData("""string Of() => $"Only {name}";""", """found a text with words, $"Only {name}"; expected a Sentence, which a language can say. Give it that type; in a choice, write (Sentence) before the first one.""")]
    [InlineData("""string Of() => FormattableString.Invariant($"{n} more");""", """found a text with words, $"{n} more"; expected a Sentence, which a language can say. Give it that type; in a choice, write (Sentence) before the first one.""")]
    [InlineData("""Sentence Of() => $"{n} {(n == 1 ? "is" : "are")} ready";""", """a place of a sentence holds (n == 1 ? "is" : "are"), which may be "is"; expected data, which no language changes. Make it a Sentence, or write whole sentences.""")]
    [InlineData("""Sentence Of() => $"{Is} ready";   string Is => n == 1 ? "is" : "are";""", """a place of a sentence holds Is, which may be "is"; expected data, which no language changes. Make it a Sentence, or write whole sentences.""")]
    [InlineData("""Sentence Of() => $"{Is(n)} ready";   static string Is(int n) { if (n == 1) { return "is"; } return "are"; }""", """a place of a sentence holds Is(n), which may be "is"; expected data, which no language changes. Make it a Sentence, or write whole sentences.""")]
    [InlineData("""Sentence Of() { var how = n > 2 ? "" : "at most"; return $"{how} {n}"; }""", """a place of a sentence holds how, which may be "at most"; expected data, which no language changes. Make it a Sentence, or write whole sentences.""")]
    [InlineData("""const string Unit = "days"; Sentence Of() => $"{n} {Unit}";""", """a place of a sentence holds Unit, which may be "days"; expected data, which no language changes. Make it a Sentence, or write whole sentences.""")]
    [InlineData("""Sentence Of() => $"{name + " or later"}";""", """a place of a sentence holds name + " or later", which may be " or later"; expected data, which no language changes. Make it a Sentence, or write whole sentences.""")]
    [InlineData("""Sentence Of() => $"{string.Join("; ", names.Select(x => x + " ready"))}";""", """a place of a sentence holds string.Join("; ", names.Select(x => x + " ready")), which may be " ready"; expected data, which no language changes. Make it a Sentence, or write whole sentences.""")]
    [InlineData("""Sentence Of() => $"It is {(Sentence)$"so"}, {All.ToString()}";   static Sentence All => $"all of it";""", """a place of a sentence holds All.ToString(), which is English; expected the sentence itself. Leave ToString out.""")]
    [InlineData("""Sentence Of() => $"On {DayOfWeek.Monday}";""", """a place of a sentence holds DayOfWeek.Monday, a System.DayOfWeek; expected a text, a number, a day, a sentence, a run or a list of these. Put one of them into the place.""")]
    [InlineData("""Sentence Of() => Sentence.Data(n > 1 ? "many" : name);""", """n > 1 ? "many" : name is taken for data and may be "many"; expected data, which no language changes. Make it a Sentence with places.""")]
    [InlineData("""Run Of() => new("mark as blocked", Emphasis.Strong);""", "\"mark as blocked\" is taken for data and may be \"mark as blocked\"; expected data, which no language changes. Make it a Sentence with places.")]
    [InlineData("""string Of() => day.ToString();""", """the machine's culture writes day.ToString(); expected the same on every machine. Format it with the invariant culture, or put it into a sentence as it is.""")]
    [InlineData("""string Of() => 1.5.ToString("0.0");""", """the machine's culture writes 1.5.ToString("0.0"); expected the same on every machine. Format it with the invariant culture, or put it into a sentence as it is.""")]
    [InlineData("""string Of() => $"x-{day}";""", """the machine's culture writes day in $"x-{day}"; expected the same on every machine. Format it with the invariant culture.""")]
    public void What_goes_past_the_sentences_is_told_where_it_stands(string code, string fault) => Assert.Equal([$"A.cs(5): {fault}"], Faults(code));

    [Theory]
    [InlineData("""string Of() => $"Group";""", 1)]
    [InlineData("""void Of() => Write($"Group");   void Write(string text) => Write((Sentence)$"{text}");   void Write(Sentence text) => _ = text.IsEmpty;""", 1)]
    [InlineData("""void Of() => Write((Sentence)$"Group");   void Write(string text) => Write((Sentence)$"{text}");   void Write(Sentence text) => _ = text.IsEmpty;""", 0)]
    [InlineData("""Sentence Of() => $"Group";   string Name => $"x-{n}" + "Group";""", 0)]
    public void Words_that_an_overload_takes_for_a_text_are_told_in_any_file(string code, int times) =>
        Assert.Equal(Enumerable.Repeat("""A.cs(5): $"Group" is a text, though it has the sign of a sentence; expected one or the other. Write (Sentence) before it, or take the $ away.""", times), MakingCheck.NotTaken(Source(code)));

    [Fact]
    public void Only_files_that_are_read_are_looked_at() =>
        Assert.Empty(MakingCheck.Faults(Source("""string Of() => $"{n} items came";"""), file => file == "B.cs"));

    private static IEnumerable<string> Faults(string code) => MakingCheck.Faults(Source(code), file => file == "A.cs");

    private static SourceRoom Source(string code) => SourceRoom.OfSources(("A.cs", $$"""
        using BacklogHealth.Core.Sentences;

        sealed class A(int n, DateOnly day, string name, IReadOnlyList<string> names)
        {
            {{code}}
        }
        """));
}
