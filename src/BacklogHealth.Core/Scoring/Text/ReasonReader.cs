using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>What an item says about why it is wanted.</summary>
/// <param name="Given">True where it gives a reason or names a problem.</param>
/// <param name="Empty">Reasons that would fit any item ("so that it works"), as evidence; they do not count.</param>
internal sealed record StatedReason(bool Given, ImmutableArray<Evidence> Empty);

/// <summary>Finds a reason: "so that", "because", "to avoid", a problem stated, a section that gives one.</summary>
internal static class ReasonReader
{
    /// <summary>What opens a reason.</summary>
    public static readonly WordList Reasons = WordList.Named("reasons");

    private const int FewestWords = 2;
    private static readonly WordList Problems = WordList.Named("problems");
    private static readonly WordList ReasonHeadings = WordList.Named("reasonHeadings");

    // What may follow "so that" and says nothing.
    private static readonly WordList EmptyReasons = WordList.Named("emptyReasons");

    /// <summary>True for kinds that owe a reason. A bug has the fault, a spike its question, a sub-task its parent.</summary>
    public static bool IsAskedOf(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Epic or WorkItemKind.Other;

    public static StatedReason Read(ItemReading item)
    {
        var empty = ImmutableArray.CreateBuilder<Evidence>();
        var given = false;
        foreach (var text in item.Fields)
        {
            given |= Says(text, empty) || HasSection(text);
        }

        given |= FaultReader.IsMended(item.Title, item.Language) || FaultReader.IsStated(item.Title, item.Language) || FaultReader.IsStated(item.Description, item.Language);
        return new StatedReason(given, empty.ToImmutable());
    }

    private static bool Says(TextReading text, ImmutableArray<Evidence>.Builder empty)
    {
        if (!Reasons.IsIn(text))
        {
            return Problems.IsIn(text);
        }

        var given = Problems.IsIn(text);
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
            {
                var length = Reasons.At(text.Words, i);
                if (length == 0)
                {
                    continue;
                }

                // What says nothing may begin inside the opening: "so | it works", "damit es | funktioniert".
                var behind = i + length;
                var boilerplate = EmptyReasons.First(text.Words, i + 1, Math.Min(behind + 1, sentence.EndWord)) is > 0 and var from ? EmptyAt(text, from, sentence.EndWord) : 0;
                if (boilerplate > 0)
                {
                    empty.Add(text.WordsAsEvidence(i, sentence.EndWord - i));
                    i = sentence.EndWord - 1;
                }
                else
                {
                    // A reason at the end of a sentence ("… is useful.") has its content before it.
                    given |= sentence.EndWord - behind >= FewestWords || i - sentence.FirstWord >= FewestWords;
                }
            }
        }

        return given;
    }

    // Length in words of an empty reason that fills the rest of the sentence but for one word at most; 0 where there is none.
    private static int EmptyAt(TextReading text, int from, int end)
    {
        var length = from < end ? EmptyReasons.At(text.Words, from) : 0;
        return length > 0 && from + length <= end && end - from <= length + 1 ? end - from : 0;
    }

    private static bool HasSection(TextReading text)
    {
        foreach (var line in ReasonHeadings.IsIn(text) ? text.Lines : [])
        {
            if (line.Kind != LineKind.NotProse && Headings.At(text, line, ReasonHeadings) is { } behind && text.Words.Length - behind >= 3)
            {
                return true;
            }
        }

        return false;
    }
}
