using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// Reads the changes of one item by playing its updates from the first on. The first update makes the item and is no change. Updates behind the
/// item's revision are left to the next time, so that item and history fit together.
/// </summary>
internal sealed class AzureHistory
{
    private const string ParentLink = "System.LinkTypes.Hierarchy-Reverse";
    private readonly AzureScope _scope;
    private readonly AzureTexts _texts;
    private readonly AzureSprintList _sprints = new();
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly List<FieldChange> _changes = [];
    private readonly AzureClock _clock = new();
    private string? _parent;
    private bool _all = true;

    private AzureHistory(AzureScope scope, AzureTexts texts) => (_scope, _texts) = (scope, texts);

    /// <summary>All changes, oldest first.</summary>
    public ImmutableArray<FieldChange> Changes => [.. _changes.OrderBy(c => c.At)];

    /// <summary>Ids of the sprints that it has been in, oldest first.</summary>
    public ImmutableArray<string> SprintIds => [.. _sprints.All.Select(s => s.Id)];

    /// <summary>When the first update was made; null where there is none.</summary>
    public DateTimeOffset? Made { get; private set; }

    /// <summary>True where updates from the first to the item's revision are there, each with its instant, and their states fit together.</summary>
    public bool Complete { get; private set; }

    /// <summary>Reads the updates.</summary>
    /// <param name="updates">The updates in their order.</param>
    /// <param name="revision">The item's revision.</param>
    /// <param name="state">The item's state.</param>
    /// <param name="scope">What was found about the team's place.</param>
    /// <param name="texts">Reads the item's texts.</param>
    public static AzureHistory Read(IEnumerable<JsonElement> updates, double revision, string state, AzureScope scope, AzureTexts texts)
    {
        var history = new AzureHistory(scope, texts);
        var (first, last) = (0.0, 0.0);
        foreach (var update in updates.Where(u => u.Number("rev") is { } rev && rev <= revision))
        {
            last = update.Number("rev")!.Value;
            first = first == 0 ? last : first;
            history.Play(update, isFirst: history.Made is null && last == 1);
        }

        history.Complete = history._all && first == 1 && last >= revision && history.Value(AzureFields.State)?.AsText() == state;
        return history;
    }

    private void Play(JsonElement update, bool isFirst)
    {
        var fields = update.Get("fields") is { ValueKind: JsonValueKind.Object } changed ? changed.EnumerateObject().ToList() : [];
        var at = _clock.Of(update);
        Made ??= at;
        if (Value(AzureFields.State) is { } state && update.Get("fields")?.Get(AzureFields.State)?.Get("oldValue") is { } left && state.AsText() != left.AsText())
        {
            _all = false; // a change of state between the two is missing
        }

        Set(fields, "oldValue");
        var before = new AzureFacts(Value, _scope);
        var (was, oldBody, oldCriteria, sprint) = (before.ForHistory().ToList(), before.Body, before.Criteria, Sprint());
        Set(fields, "newValue");
        var after = new AzureFacts(Value, _scope);
        var parent = Parent(update);
        if (isFirst)
        {
            _sprints.Enter(Sprint());
            _parent = parent;
            return;
        }

        if (at is not { } when)
        {
            _all &= fields.Count == 0;
            _sprints.Move(sprint, Sprint(), DateTimeOffset.MaxValue);
            _parent = parent;
            return;
        }

        var author = fields.Count == 0 && (update.Get("relations") ?? default).Entries("removed").Any() ? null : update.Get("revisedBy")?.Text("id");
        void Add(string field, FieldValue? from, FieldValue? to)
        {
            if (from != to)
            {
                _changes.Add(new FieldChange(when, field, from, to, author));
            }
        }

        foreach (var ((field, from), (_, to)) in was.Zip(after.ForHistory()))
        {
            Add(field, from, to);
        }

        Add(FieldNames.Description, _texts.Value(oldBody.Text, oldBody.Field), _texts.Value(after.Body.Text, after.Body.Field));
        Add(FieldNames.AcceptanceCriteria, _texts.Value(oldCriteria, _scope.Fields.AcceptanceCriteria), _texts.Value(after.Criteria, _scope.Fields.AcceptanceCriteria));
        var sprints = _sprints.Value;
        _sprints.Move(sprint, Sprint(), when);
        Add(FieldNames.Sprint, sprints, _sprints.Value);
        Add(FieldNames.Parent, _parent is null ? null : new(_parent, _parent), parent is null ? null : new(parent, parent));
        _parent = parent;
        foreach (var field in fields.Where(f => !_scope.Fields.IsRead(f.Name) && !AzureFields.IsBookkeeping(f.Name)))
        {
            Add(field.Name, AzureTexts.Other(field.Value.Get("oldValue")), AzureTexts.Other(field.Value.Get("newValue")));
        }
    }

    // Values before a change are set too: where earlier updates are missing, they are all that is known of the time before.
    private void Set(List<JsonProperty> fields, string value)
    {
        foreach (var field in fields)
        {
            if (field.Value.Get(value) is { } known)
            {
                _values[field.Name] = known;
            }
            else if (value == "newValue" || field.Value.Get("newValue") is not null)
            {
                _values.Remove(field.Name);
            }
        }
    }

    private JsonElement? Value(string field) => _values.TryGetValue(field, out var value) ? value : null;

    private Sprint? Sprint() => _scope.Iterations.Find(Value(AzureFields.IterationId)?.AsText(), Value(AzureFields.IterationPath)?.AsText());

    // Links come apart from fields; newer servers say it in a field too.
    private string? Parent(JsonElement update)
    {
        var relations = update.Get("relations") ?? default;
        var (removed, added) = (ParentIn(relations, "removed"), ParentIn(relations, "added"));
        return added ?? (removed is not null ? null : update.Get("fields")?.Get(AzureFields.Parent) is { } field ? field.Text("newValue") : _parent);
    }

    private static string? ParentIn(JsonElement relations, string list) =>
        relations.Entries(list).Where(r => r.Text("rel") == ParentLink).Select(AzureLinks.Target).LastOrDefault(id => id is not null);
}
