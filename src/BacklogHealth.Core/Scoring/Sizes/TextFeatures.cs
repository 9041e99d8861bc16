using System.Collections.Immutable;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Sizes;

/// <summary>
/// What a model reads of the texts of one item as they stood at an instant. Nothing later can get in: the item is rebuilt by its history first, and there
/// is no other way to make one. Who wrote it is no part of it.
/// </summary>
public sealed class TextFeatures
{
    private readonly ItemReading _reading;

    private TextFeatures(ItemReading reading) => (_reading, Terms, Measures) = (reading, TextTerms.Of(reading), TextMeasures.Of(reading));

    /// <summary>Names of <see cref="Measures"/>, in their order.</summary>
    public static ImmutableArray<string> MeasureNames => TextMeasures.Names;

    /// <summary>Its words, in the order of reading; those that stand twice are there twice.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Its numbers, in the order of <see cref="MeasureNames"/>.</summary>
    public IReadOnlyList<double> Measures { get; }

    /// <summary>Reads an item as it stood.</summary>
    /// <param name="item">The item with its whole history.</param>
    /// <param name="asOf">The instant; known is what happened before it.</param>
    /// <param name="language">ISO 639-1 code of the team's language.</param>
    /// <returns>Null where the item was not there, or where its texts of then cannot be rebuilt.</returns>
    public static TextFeatures? At(WorkItem item, DateTimeOffset asOf, string language)
    {
        ArgumentNullException.ThrowIfNull(item);
        return PastState.Rebuild(item, asOf) is { } past && !past.NotRebuilt.Any(Texts.Contains) ? new TextFeatures(Read(past.Item, language)) : null;
    }

    /// <summary>The name of the term at a place of <see cref="Terms"/>, as model files spell it.</summary>
    public string NameOf(int place) => TextTerms.NameOf(_reading, Terms, place);

    private static readonly string[] Texts = [FieldNames.Title, FieldNames.Description, FieldNames.AcceptanceCriteria];

    private static ItemReading Read(WorkItem item, string language) => new(item, LanguageWords.For(language));
}
