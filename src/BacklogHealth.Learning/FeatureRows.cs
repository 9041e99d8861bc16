using Microsoft.ML.Data;

namespace BacklogHealth.Learning;

/// <summary>Examples as rows of numbers, exactly as a linear model will read an item: known words by rarity with length one, then the measures.</summary>
internal sealed class FeatureRows
{
    private readonly Dictionary<ulong, int> _places = [];
    private readonly Vocabulary _vocabulary;
    private readonly (double Mean, double Scale)[] _measures;
    private readonly double _measureScale;

    public FeatureRows(Vocabulary vocabulary, (double Mean, double Scale)[] measures, double measureScale)
    {
        (_vocabulary, _measures, _measureScale) = (vocabulary, measures, measureScale);
        for (var i = 0; i < vocabulary.Words.Length; i++)
        {
            _places.Add(vocabulary.Words[i].Id, i);
        }
    }

    /// <summary>Number of columns.</summary>
    public int Width => _vocabulary.Words.Length + _measures.Length;

    /// <summary>The row of an example.</summary>
    public VBuffer<float> Of(Example example)
    {
        var known = new List<int>();
        foreach (var word in example.Words)
        {
            if (_places.TryGetValue(word, out var place))
            {
                known.Add(place);
            }
        }

        known.Sort();
        var length = Math.Sqrt(known.Sum(p => _vocabulary.Words[p].Rarity * _vocabulary.Words[p].Rarity));
        var count = known.Count + _measures.Length;
        var (places, values) = (new int[count], new float[count]);
        for (var i = 0; i < known.Count; i++)
        {
            (places[i], values[i]) = (known[i], (float)(_vocabulary.Words[known[i]].Rarity / length));
        }

        for (var i = 0; i < _measures.Length; i++)
        {
            var (mean, scale) = _measures[i];
            (places[known.Count + i], values[known.Count + i]) = (_vocabulary.Words.Length + i, (float)((example.Measures[i] - mean) / scale * _measureScale));
        }

        return new VBuffer<float>(Width, count, values, places);
    }
}
