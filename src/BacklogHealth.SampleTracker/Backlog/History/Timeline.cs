namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>A field's value: an id as the tracker keeps it, and the words it shows.</summary>
internal readonly record struct FieldValue(string? Id, string? Text);

/// <summary>
/// Collects what happened to one item's fields in any order, and tells it in order: each change begins with what the one before it left,
/// so that a changelog can be replayed in both directions.
/// </summary>
internal sealed class Timeline
{
    private readonly List<(double At, string Field, FieldValue Value, string Author)> _events = [];
    private readonly Dictionary<string, FieldValue> _values = new(StringComparer.Ordinal);

    /// <summary>The value with which the item was created.</summary>
    public void Begin(string field, FieldValue value) => _values[field] = value;

    public void Set(double at, string field, FieldValue value, string author) => _events.Add((at, field, value, author));

    /// <summary>What a field holds at the end; known once the changes have been told.</summary>
    public FieldValue Now(string field) => _values.GetValueOrDefault(field);

    /// <summary>All changes in order. A field that is set to what it holds already leaves none; a move in the backlog always does.</summary>
    public IEnumerable<SampleChange> Tell(WorkClock clock, string idPrefix)
    {
        var number = 0;
        foreach (var (at, field, value, author) in _events.OrderBy(e => e.At).ToList())
        {
            var before = Now(field);
            var isRank = string.Equals(field, "Rank", StringComparison.Ordinal);
            if (before == value && !isRank)
            {
                continue;
            }

            number++;
            var id = FormattableString.Invariant($"{idPrefix}{number:00}");
            yield return new SampleChange(id, clock.At(at), author, field, before.Id, isRank ? "" : before.Text, value.Id, value.Text);
            if (!isRank)
            {
                _values[field] = value;
            }
        }
    }
}
