using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// How the items of a backlog are usually written, counted while it is read once: what a rule needs that asks whether an item differs from its
/// neighbours. Grows while the backlog is read; nobody changes it afterwards.
/// </summary>
internal sealed class BacklogHabits
{
    private readonly Dictionary<string, int> _abbreviations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byLetters;
    private readonly Dictionary<ulong, int> _descriptions = [];
    private readonly int[] _titles = new int[Enum.GetValues<TitleForm>().Length];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public BacklogHabits() => _byLetters = _abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Open stories, and how many of them are estimated.</summary>
    public (int Stories, int Estimated) Estimates { get; private set; }

    /// <summary>Number of items that use an abbreviation in lower case.</summary>
    public int ItemsWith(string abbreviation) => _byLetters.TryGetValue(Abbreviations.Singular(abbreviation), out var items) ? items : 0;

    /// <summary>Number of items whose description is the same text, but for case and white space.</summary>
    public int ItemsDescribedAs(ulong hash) => _descriptions.GetValueOrDefault(hash);

    /// <summary>Number of stories whose title has a form.</summary>
    public int StoriesTitled(TitleForm form) => _titles[(int)form];

    /// <summary>Takes account of an item.</summary>
    public void Add(IndexRow row, ItemReading reading)
    {
        if (row.DescriptionHash != 0)
        {
            _descriptions[row.DescriptionHash] = _descriptions.GetValueOrDefault(row.DescriptionHash) + 1;
        }

        if (row.Kind == WorkItemKind.Story)
        {
            _titles[(int)TitleForms.Of(reading)]++;
            if (row.State != WorkItemState.Finished)
            {
                Estimates = (Estimates.Stories + 1, Estimates.Estimated + (row.StoryPoints is null ? 0 : 1));
            }
        }

        AddAbbreviations(reading);
    }

    private void AddAbbreviations(ItemReading reading)
    {
        _seen.Clear();
        foreach (var text in reading.Fields)
        {
            for (var i = 0; i < text.Words.Length; i++)
            {
                if (Abbreviations.IsOne(text, i) && _seen.Add(text.Words[i].Lower))
                {
                    var letters = Abbreviations.Singular(text.Words[i].Lower);
                    _byLetters[letters] = _byLetters.TryGetValue(letters, out var items) ? items + 1 : 1;
                }
            }
        }
    }
}
