using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>Makes a <see cref="BacklogIndex"/> from items that come one by one. Not safe for several threads at once.</summary>
/// <param name="team">The team whose language they are written in, and whose workflow they follow; English and no workflow where null.</param>
public sealed class BacklogIndexBuilder(TeamContext? team = null)
{
    private readonly TeamContext _team = team ?? new TeamContext();
    private readonly LanguageWords _language = LanguageWords.For((team ?? new TeamContext()).Language);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<IndexRow> _ordered = [];
    private readonly Touches _touches = new();
    private readonly SameTitles _titles = new();
    private readonly SameTexts _texts = new();
    private readonly BacklogHabits _habits = new();

    /// <summary>Takes an open item, or one above such; an id that came before is passed over. The order decides which duplicate is named first.</summary>
    public void Add(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!_known.Add(item.Id))
        {
            return;
        }

        var reading = new ItemReading(item, _language);
        var isWhole = item.Kind != WorkItemKind.SubTask;
        var row = IndexRow.Of(item, _team.StateOf(item), isWhole && reading.Reason.Given);
        _ordered.Add(row);
        _touches.Add(item);
        _habits.Add(row, reading);
        if (isWhole)
        {
            _titles.Add(item.Id, TitleWords.Of(item.Title, _language));
            _texts.Add(item.Id, reading.Description);
        }
    }

    /// <summary>The index of all that came; to be called once, behind the last item.</summary>
    /// <param name="sprints">All sprints, oldest first; none where the team works without.</param>
    public BacklogIndex Build(ImmutableArray<Sprint> sprints = default) => new(
        _ordered.ConvertAll(row => row with { LastTouched = _touches.LastOf(row.Id) }), _titles, _texts, sprints.IsDefault ? [] : sprints, _language, _habits);
}
