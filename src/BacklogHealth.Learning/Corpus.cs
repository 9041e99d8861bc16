using BacklogHealth.Core.Scoring.Sizes;

namespace BacklogHealth.Learning;

/// <summary>
/// Reads texts into examples and remembers the names of words that come often enough to be learned, so that a model file can be read by people. A text is
/// let go as soon as it was read.
/// </summary>
public sealed class Corpus
{
    private readonly Dictionary<ulong, int> _seen = [];
    private readonly Dictionary<ulong, string> _names = [];
    private readonly int _fewest;

    /// <summary>A corpus that knows no word yet.</summary>
    /// <param name="fewest">Texts that a word must stand in to be learned, 1 or more.</param>
    public Corpus(int fewest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 1);
        _fewest = fewest;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="group">Number of its project.</param>
    public Example Read(TextFeatures text, int group)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new HashSet<ulong>();
        for (var i = 0; i < text.Terms.Count; i++)
        {
            var id = text.Terms[i].Id;
            if (!words.Add(id))
            {
                continue;
            }

            var count = _seen[id] = _seen.GetValueOrDefault(id) + 1;
            if (count == _fewest)
            {
                _names[id] = text.NameOf(i);
            }
        }

        return new Example([.. words], [.. text.Measures], group);
    }

    /// <summary>The name of a word that came often enough.</summary>
    public string NameOf(ulong word) => _names[word];
}
