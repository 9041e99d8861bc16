using System.Collections.Immutable;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads the changes of one issue.</summary>
internal static class JiraHistory
{
    /// <summary>
    /// The changes of all histories, by time and then by the order in which Jira numbered them; a history that came twice counts once. A change whose
    /// instant cannot be read has no place among them: it is left out, and they are not all.
    /// </summary>
    public static (ImmutableArray<FieldChange> Changes, bool All) Read(IReadOnlyCollection<JiraHistoryEntry> histories, JiraDialect dialect, JiraFields fields)
    {
        var entries = new List<Entry>(histories.Count);
        var all = true;
        foreach (var history in histories)
        {
            if (JiraInstant.Of(history.Created) is { } at)
            {
                entries.Add(new Entry(history, at, history.Id.AsText() ?? ""));
            }
            else
            {
                all = false;
            }
        }

        entries.Sort(static (a, b) => a.Against(b));
        var changes = ImmutableArray.CreateBuilder<FieldChange>(entries.Count);
        var before = default(Entry);
        foreach (var entry in entries)
        {
            if (!entry.IsSame(before))
            {
                Add(changes, entry, dialect, fields);
            }

            before = entry;
        }

        return (changes.DrainToImmutable(), all);
    }

    /// <summary>
    /// True where the changes of state fit together: each leaves the state that the one before it entered, and the last enters the state in which
    /// the item is. Jira gives no count by which a bulk history could be checked, so this is the proof that nothing is missing that cycle times rest on.
    /// A history without any change of state fits every state: items may be created in any.
    /// </summary>
    public static bool FitsTogether(ImmutableArray<FieldChange> changes, string stateId)
    {
        string? entered = null;
        foreach (var change in changes)
        {
            if (change.Field != FieldNames.State)
            {
                continue;
            }

            if (entered is not null && change.From?.Id is { } left && left != entered)
            {
                return false;
            }

            entered = change.To?.Id ?? entered;
        }

        return entered is null || entered == stateId;
    }

    private static void Add(ImmutableArray<FieldChange>.Builder changes, Entry entry, JiraDialect dialect, JiraFields fields)
    {
        var author = dialect.AccountOf(entry.History.Author);
        foreach (var item in entry.History.Items)
        {
            if (JiraChange.Read(item, entry.At, author, dialect, fields) is { } change)
            {
                changes.Add(change);
            }
        }
    }

    private readonly record struct Entry(JiraHistoryEntry History, DateTimeOffset At, string Id)
    {
        // Numbers of the same length compare as their digits do.
        public int Against(Entry other) =>
            At != other.At ? At.CompareTo(other.At)
            : Id.Length != other.Id.Length ? Id.Length.CompareTo(other.Id.Length)
            : string.CompareOrdinal(Id, other.Id);

        public bool IsSame(Entry other) => other.Id is not null && Id == other.Id && At == other.At && (Id.Length > 0 || History.Whole.GetRawText() == other.History.Whole.GetRawText());
    }
}
