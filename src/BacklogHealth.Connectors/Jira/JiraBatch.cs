using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Issues with their histories, and what did not come. The answers that hold them live as long as this does.</summary>
internal sealed class JiraBatch : IDisposable
{
    private readonly List<IDisposable> _held = [];
    private readonly Dictionary<string, JsonElement> _issues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnavailableItem> _missing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (List<JiraHistoryEntry> Histories, bool Whole)> _histories = new(StringComparer.Ordinal);

    /// <summary>Why the answer could not be read as a whole; null where it could.</summary>
    public string? Oversized { get; init; }

    /// <summary>Ids of the issues that came.</summary>
    public IEnumerable<string> Ids => _issues.Keys;

    /// <summary>Keeps an answer for as long as the batch is read.</summary>
    public T Hold<T>(T answer)
        where T : IDisposable
    {
        _held.Add(answer);
        return answer;
    }

    /// <summary>Takes an issue in; the first of two with the same id counts.</summary>
    public void Add(JsonElement issue)
    {
        if (issue.Text("id") is { } id)
        {
            _issues.TryAdd(id, issue);
        }
    }

    /// <summary>Takes in why an issue did not come.</summary>
    public void Add(UnavailableItem missing) => _missing[missing.Id] = missing;

    /// <summary>Takes histories of an issue in, besides those that are there.</summary>
    public void Add(string id, IEnumerable<JiraHistoryEntry> histories, bool whole = true)
    {
        if (!_histories.TryGetValue(id, out var held))
        {
            held = ([], whole);
        }

        held.Histories.AddRange(histories);
        _histories[id] = (held.Histories, held.Whole && whole);
    }

    /// <summary>An issue; null where it did not come.</summary>
    public JsonElement? Issue(string id) => _issues.TryGetValue(id, out var issue) ? issue : null;

    /// <summary>Why an issue did not come.</summary>
    public UnavailableItem Missing(string id) => _missing.GetValueOrDefault(id) ?? JiraAbsence.Unknown(id);

    /// <summary>The histories of an issue and whether they are all; none where it has never changed.</summary>
    public (IReadOnlyCollection<JiraHistoryEntry> Histories, bool Whole) Histories(string id) => _histories.TryGetValue(id, out var held) ? held : ([], true);

    /// <inheritdoc/>
    public void Dispose() => _held.ForEach(h => h.Dispose());
}
