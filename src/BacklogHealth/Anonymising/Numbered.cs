namespace BacklogHealth.Anonymising;

/// <summary>
/// Gives each name a number by the order in which it first came up, and the same name always the same: nothing of the name is in it, and no key is needed to make it, so that the
/// same data give the same numbers. Mutable, for one thread.
/// </summary>
internal sealed class Numbered
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a name, from 1.</summary>
    public int this[string name] => _numbers.TryGetValue(name, out var number) ? number : _numbers[name] = _numbers.Count + 1;
}
