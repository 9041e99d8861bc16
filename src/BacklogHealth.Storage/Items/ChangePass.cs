using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>
/// One way through a team's changes for all who take from them: to go through them takes longer than to take, and most are taken by nobody. Items come in the
/// order of their ids, the changes of each as they happened.
/// </summary>
internal sealed class ChangePass(Session session, long teamNo)
{
    /// <summary>Columns of a row.</summary>
    public const int ItemId = 0, ItemNo = 1, At = 2, Field = 3, FromText = 4, ToText = 5, FromId = 6, ToId = 7, Author = 8;

    private readonly Dictionary<string, Action<RowSource>> _takers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal) { ["team"] = teamNo };
    private readonly List<string> _wanted = [];

    /// <summary>Asks for changes of some fields.</summary>
    /// <param name="fields">The fields, each asked for by one taker.</param>
    /// <param name="wanted">Which of their changes, as a condition of SQL on change <c>c</c>.</param>
    /// <param name="values">The condition's values by name; names of different takers differ.</param>
    /// <param name="take">Gets the rows.</param>
    public void Take(IEnumerable<string> fields, string wanted, IReadOnlyDictionary<string, object> values, Action<RowSource> take)
    {
        foreach (var field in fields)
        {
            _takers.Add(field, take);
        }

        foreach (var (name, value) in values)
        {
            _values.Add(name, value);
        }

        _wanted.Add(wanted);
    }

    /// <summary>A condition: among the texts that <see cref="Session.List(IEnumerable{string})"/> made one value of.</summary>
    public string In(string name) => session.In(name);

    /// <summary>Goes through the changes, once, after everybody has asked.</summary>
    public async Task Go()
    {
        await using var row = await session.Rows(
            $"""
            SELECT i.id, c.item_no, c.at, c.field, c.from_text, c.to_text, c.from_id, c.to_id, c.author_id FROM item i JOIN item_change c ON c.item_no = i.item_no
            WHERE i.team_no = @team AND ({string.Join(" OR ", _wanted.Select(w => $"({w})"))})
            ORDER BY i.id, c.seq
            """,
            _values);
        while (await row.Next())
        {
            _takers[row.Text(Field)](row);
        }
    }
}
