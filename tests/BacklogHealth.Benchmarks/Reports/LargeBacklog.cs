using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Benchmarks.Reports;

/// <summary>
/// The backlog of a team of any size, the same in every run but for its distance to the day: five years of items, thirty changes each, nine in ten of
/// them finished, with epics, sprints, estimates, releases and texts that differ.
/// </summary>
/// <param name="items">How many items.</param>
/// <param name="now">The instant that its history leads up to.</param>
internal sealed class LargeBacklog(int items, DateTimeOffset now)
{
    /// <summary>Changes of each item.</summary>
    public const int Changes = 30;

    private const int Years = 5, ItemsOfEpic = 25, SprintDays = 14;

    private static readonly WorkflowState ToDo = new("1", "To Do", WorkItemState.NotStarted), Doing = new("2", "In Progress", WorkItemState.Started),
        Review = new("3", "In Review", WorkItemState.Started), Test = new("4", "Test", WorkItemState.Started), Done = new("5", "Done", WorkItemState.Finished);

    private static readonly string[] Doers = ["buyer", "clerk", "accountant", "driver", "planner", "visitor", "auditor"];

    private static readonly string[] Wishes = ["pay by invoice", "search orders by phone number", "see the delivery day", "export the list as CSV", "change the address", "get a receipt", "split a parcel", "undo the last step"];

    private static readonly string[] Reasons = ["the order can leave before payday", "nobody has to call us", "the books close on the first", "the driver waits less", "mistakes are found early"];

    private readonly DateTimeOffset _first = now.AddYears(-Years);

    private readonly int _epics = Math.Max(1, items / ItemsOfEpic);

    /// <summary>Keys of the epics that the deliveries of the settings are made of: some of the newest.</summary>
    public IEnumerable<string> DeliveryKeys(int nth) => Enumerable.Range(0, 4).Select(i => Key(items - _epics + Math.Max(0, _epics - 20) + (nth * 4) + i));

    /// <summary>What the tracker would say of the team's place in it.</summary>
    public TrackerProfile Profile => new(
        new Workflow([ToDo, Doing, Review, Test, Done]),
        [.. Enumerable.Range(0, Years * 365 / SprintDays + 1).Select(i => new Sprint(
            SprintId(i), string.Create(CultureInfo.InvariantCulture, $"Sprint {i}"), "Orders without a call", _first.AddDays((i + 1) * SprintDays) < now ? SprintPhase.Closed : SprintPhase.Active,
            _first.AddDays(i * SprintDays), _first.AddDays((i + 1) * SprintDays), null))],
        "UTC", "https://tracker.example/browse/{key}", [], Releases: [new Release("Spring", DateOnly.FromDateTime(now.AddDays(60).Date), false), new Release("Summer", DateOnly.FromDateTime(now.AddDays(150).Date), false)]);

    /// <summary>The items, oldest first, epics last.</summary>
    public IEnumerable<WorkItem> Items => Enumerable.Range(0, items).Select(Item);

    private static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"BIG-{number + 1}");

    private static string SprintId(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number}");

    private WorkItem Item(int number)
    {
        var random = new Random(number);
        var isEpic = number >= items - _epics;
        var nth = isEpic ? number - (items - _epics) : number;
        var age = (double)nth / (isEpic ? _epics : items - _epics);
        var created = _first.AddDays(age * (Years * 365 - 1)).AddMinutes(random.Next(60));
        var takes = TimeSpan.FromHours(6 + (-90 * Math.Log(1 - random.NextDouble())));
        var begins = created.AddDays(isEpic ? 5 : random.Next(1, 90));
        var ends = begins + (isEpic ? TimeSpan.FromDays(60) : takes);
        var state = begins > now || random.Next(100) < 4 ? ToDo : ends < now ? Done : random.Next(3) switch { 0 => Doing, 1 => Review, _ => Test };
        var (doer, wish, reason) = (Doers[random.Next(Doers.Length)], Wishes[random.Next(Wishes.Length)], Reasons[random.Next(Reasons.Length)]);
        var title = isEpic ? string.Create(CultureInfo.InvariantCulture, $"Orders of kind {nth}") : string.Create(CultureInfo.InvariantCulture, $"Let the {doer} {wish} in case {number}");
        var changes = Moves(state, begins, ends).ToList();
        Others(changes, random, created, state == ToDo ? now : state == Done ? ends : now.AddHours(-1));
        var sprint = SprintId(Math.Max(0, (int)((begins - _first).TotalDays / SprintDays)));
        return new WorkItem
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{10_000_000 + number}"),
            Key = Key(number),
            Project = "BIG",
            Type = isEpic ? "Epic" : number % 6 == 0 ? "Bug" : "Story",
            Kind = isEpic ? WorkItemKind.Epic : number % 6 == 0 ? WorkItemKind.Bug : WorkItemKind.Story,
            Title = title,
            Description = StructuredText.FromPlain(string.Create(CultureInfo.InvariantCulture, $"As a {doer} I want to {wish} so that {reason}. This is about case {number}, which came up with customer {number % 997}. It should be fast and easy, and etc. We talked about it in the workshop; the screens are in the folder.")),
            AcceptanceCriteria = StructuredText.FromPlain(number % 3 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"Given a basket with {number % 9 + 1} items, when the {doer} asks to {wish}, then it is there within 2 seconds.")),
            StateId = state.Id,
            OriginalState = state.Name,
            AuthorId = string.Create(CultureInfo.InvariantCulture, $"account-{number % 40}"),
            Created = created,
            Updated = changes[^1].At,
            Stamp = "1",
            ParentId = isEpic ? null : string.Create(CultureInfo.InvariantCulture, $"{10_000_000 + items - _epics + Math.Min(_epics - 1, (int)(age * _epics))}"),
            ParentKey = isEpic ? null : Key(items - _epics + Math.Min(_epics - 1, (int)(age * _epics))),
            StoryPoints = number % 4 == 0 ? null : new[] { 1.0, 2, 3, 5, 8 }[number % 5],
            Rank = string.Create(CultureInfo.InvariantCulture, $"{number * 7919L % 1_000_003:0000000}"),
            Priority = new[] { "High", "Medium", "Low" }[number % 3],
            Due = number % 50 == 0 ? DateOnly.FromDateTime(created.AddDays(120).Date) : null,
            FixVersions = state != Done && number % 20 == 0 ? ["Spring"] : [],
            SprintIds = state == ToDo || isEpic ? [] : [sprint],
            Changes = [.. changes],
        };
    }

    private IEnumerable<FieldChange> Moves(WorkflowState last, DateTimeOffset begins, DateTimeOffset ends)
    {
        if (last == ToDo)
        {
            yield break;
        }

        var (way, span) = (new[] { ToDo, Doing, Review, Test, Done }, ends - begins);
        for (var i = 1; i < way.Length; i++)
        {
            var at = begins + (span * ((i - 1) / 3.0));
            if (at < now)
            {
                yield return Change(at, FieldNames.State, (way[i - 1].Name, way[i - 1].Id), (way[i].Name, way[i].Id));
            }

            if (way[i] == last)
            {
                yield break;
            }
        }
    }

    /// <summary>What else happens to an item, until it has as many changes as it is to have: order, estimate, words, labels, people's fields.</summary>
    private static void Others(List<FieldChange> changes, Random random, DateTimeOffset from, DateTimeOffset to)
    {
        string[] fields = [FieldNames.Rank, FieldNames.StoryPoints, FieldNames.Labels, FieldNames.Priority, "assignee", "Comment", FieldNames.Rank, FieldNames.Description];
        for (var i = changes.Count; i < Changes; i++)
        {
            var at = from + ((to - from) * random.NextDouble());
            changes.Add(fields[i % fields.Length] switch
            {
                FieldNames.StoryPoints => Change(at, FieldNames.StoryPoints, ("3", null), ("5", null)),
                FieldNames.Priority => Change(at, FieldNames.Priority, ("Low", null), ("High", null)),
                FieldNames.Description => new FieldChange(at, FieldNames.Description, FieldValue.Of(StructuredText.FromPlain("Shorter before.")), FieldValue.Of(StructuredText.FromPlain("Longer by one sentence, as it was then.")), "account-1"),
                var field => Change(at, field, ("a", null), (string.Create(CultureInfo.InvariantCulture, $"b{i}"), null)),
            });
        }

        changes.Sort((a, b) => a.At.CompareTo(b.At));
    }

    private static FieldChange Change(DateTimeOffset at, string field, (string Text, string? Id) before, (string Text, string? Id) after) =>
        new(at, field, new FieldValue(before.Text, before.Id), new FieldValue(after.Text, after.Id), "account-1");
}
