using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>The states of a team by number: each pair of id and name stands once in the database and once in memory.</summary>
internal sealed class StateTable
{
    private readonly Session _session;
    private readonly long _teamNo;
    private readonly Dictionary<StateWords, long> _numbers = [];
    private readonly Dictionary<long, StateWords> _words = [];

    private StateTable(Session session, long teamNo) => (_session, _teamNo) = (session, teamNo);

    /// <summary>All states by number.</summary>
    public IReadOnlyDictionary<long, StateWords> Words => _words;

    /// <summary>Reads the states of a team.</summary>
    public static async Task<StateTable> Of(Session session, long teamNo)
    {
        var table = new StateTable(session, teamNo);
        foreach (var row in await session.Query<Row>("SELECT state_no, id, name FROM state WHERE team_no = @teamNo ORDER BY state_no", new { teamNo }))
        {
            table.Keep(row.StateNo, new StateWords(row.Id, row.Name));
        }

        return table;
    }

    /// <summary>Number of a state; a new one is written.</summary>
    public async Task<long> NumberOf(string id, string name)
    {
        var words = new StateWords(CleanText.Of(id), CleanText.Of(name));
        if (_numbers.TryGetValue(words, out var known))
        {
            return known;
        }

        var number = await _session.First<long>(
            "INSERT INTO state (team_no, id, name) VALUES (@team, @id, @name) RETURNING state_no", new { team = _teamNo, id = words.Id, name = words.Name });
        Keep(number, words);
        return number;
    }

    private void Keep(long number, StateWords words)
    {
        _numbers[words] = number;
        _words[number] = words;
    }

    private sealed class Row
    {
        public long StateNo { get; init; }

        public string Id { get; init; } = "";

        public string Name { get; init; } = "";
    }
}

/// <summary>What the tracker calls a state.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
internal sealed record StateWords(string Id, string Name);
