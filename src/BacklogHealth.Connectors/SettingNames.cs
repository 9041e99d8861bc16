namespace BacklogHealth.Connectors;

/// <summary>
/// What the person who reads a fault calls the settings that can mend it: keys of a settings file, or options of a command. Faults say what is to be
/// changed by these names and no others.
/// </summary>
/// <param name="Connection">Gives the name of a setting of the connection, such as <c>BaseUrl</c>.</param>
/// <param name="Team">Gives the name of a setting of the team, such as <c>Project</c>.</param>
public sealed record SettingNames(Func<string, string> Connection, Func<string, string> Team)
{
    /// <summary>The names of a settings file.</summary>
    /// <param name="connection">The connection's place in the list of connections.</param>
    public static SettingNames Keys(string connection) => new(name => $"Connections:{connection}:{name}", name => $"the team's {name}");

    /// <summary>Several settings of the connection, with a word before the last of them: the first by its whole name, the others by their last part; each once.</summary>
    internal string Connections(string word, params IEnumerable<string> names) => Joined(word, names.Select(Connection));

    /// <summary>The same for settings of the team.</summary>
    internal string Teams(string word, params IEnumerable<string> names) => Joined(word, names.Select(Team));

    private static string Joined(string word, IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).Select((name, i) => i == 0 ? name : name.Split(':', ' ')[^1]).ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all[..^1])} {word} {all[^1]}";
    }
}
