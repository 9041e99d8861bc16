using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Reports.Tests;

/// <summary>A believable team with two years of history, the same each time.</summary>
internal sealed record SampleHealth
{
    /// <summary>What the program says to whoever runs it, with an address and a command.</summary>
    public const string Problem = "Team Checkout at https://jira.acme.example: 200 of 455 stored items are missing. Check the query, then run `sync --accept-removals`.";

    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    private static readonly TeamCalendar Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static readonly string[] Titles =
    [
        "Improve checkout performance", "As a buyer I want to pay by invoice so that I can order before payday", "Manage vouchers: create, edit, share and expire",
        "Add column VAT_ID to CUSTOMER", "Refund by bank transfer", "Show delivery day in the basket", "Guest checkout without an account", "Remember the last delivery address",
        "Warn before a voucher expires", "Tax for deliveries to Switzerland", "Search orders by phone number", "Checkout", "Send the invoice as PDF", "Gift wrapping as an option",
        "Payment by instalments", "Block orders above the credit limit", "Explain why a card was refused", "Basket survives a change of device",
    ];

    public bool Ordered { get; init; } = true;

    public bool Complete { get; init; } = true;

    /// <summary>Changes what is known of data that are incomplete.</summary>
    public Func<DataCompleteness, DataCompleteness>? Gap { get; init; }

    /// <summary>Changes what the health is made from.</summary>
    public Func<HealthInput, HealthInput>? Change { get; init; }

    public bool FromFile { get; init; }

    public bool OnlyFinishDates { get; init; }

    public bool Deliveries { get; init; } = true;

    public bool WeekBefore { get; init; } = true;

    public bool Slowdown { get; init; } = true;

    public int Finished { get; init; } = 420;

    public int Waiting { get; init; } = 38;

    public int InProgress { get; init; } = 8;

    public bool EveryItemReady { get; init; }

    public string? Title { get; init; }

    public string Team { get; init; } = "Checkout";

    public string? BrowseUrl { get; init; } = "https://acme.example/browse/{key}";

    public ImmutableArray<Sprint> Sprints { get; init; } = [.. Enumerable.Range(0, 40).Select(i => new Sprint(
        $"s{i}", $"Sprint {i + 1}", "Pay without an account", i < 39 ? SprintPhase.Closed : SprintPhase.Active, Monday.AddDays(-14 * (40 - i) + 7), Monday.AddDays(-14 * (40 - i) + 21), null))];

    /// <summary>What earlier reports have said.</summary>
    public IReadOnlyCollection<GivenForecast> Given { get; init; } = [];

    /// <summary>How healthy earlier runs called the backlog: six weeks, the first of them by older rules.</summary>
    public IReadOnlyCollection<HealthPoint> SaidBefore { get; init; } =
        [.. Enumerable.Range(1, 6).Select(w => new HealthPoint(Monday.AddDays(-7 * w), w == 6 ? "0.0.9" : "0.1.0", 80 - (2 * w), 100, 1.2 + (w * 0.3), 10, 10 - w, 60 - w))];

    /// <summary>The team's health on Monday, with the week before rebuilt the same way.</summary>
    public TeamHealth Build()
    {
        var now = Build(Monday, null);
        return WeekBefore ? Build(Monday, Core.Health.WeekBefore.Of(Build(Monday.AddDays(-7), null), "snapshot")) : now;
    }

    /// <summary>What a report is made from.</summary>
    public ReportInput Input() => new(Build(), Words, new ReportOptions());

    public static FindingWords Words(Finding finding) => finding.RuleId switch
    {
        "CL001" => new("has a title and nothing else", "What would a user see when this is done?", "a description"),
        "CL002" => new($"the title is only “{finding.Evidence[0].Text}”", "Who can do what afterwards that they cannot do today?", "a title that says what is wanted"),
        "CL004" => new("does not say how it will be checked", "How will you see that it works?", "acceptance criteria"),
        "CL005" => new($"says {string.Join(" and ", finding.Evidence.Select(e => e.Text))}, no number", "How fast must which page be, on which device, for whom?", "measurable words"),
        _ => new("joins several goals in one item", "Which of these would a user miss first?", "a single goal"),
    };

    private TeamHealth Build(DateTimeOffset asOf, WeekBefore? before)
    {
        var histories = new List<ItemHistory>();
        var open = new List<ScoredItem>();
        var random = new Random(7);
        for (var i = 0; i < Finished; i++)
        {
            var age = Slowdown && i > Finished - 24 ? (Finished - i) * 2.1 : 46 + (Finished - i - 24) * 600.0 / Finished;
            var end = Monday.AddDays(-Math.Max(age, 0.5)).AddHours(random.Next(0, 9));
            var days = Math.Min(70, 0.4 - 6.5 * Math.Log(1 - random.NextDouble()));
            var begin = end.AddDays(-days);
            var created = begin.AddDays(-random.Next(1, 40));
            histories.Add(OnlyFinishDates ? Item(i, end, (end, "Done")) : Item(i, created, (begin, "In progress"), (begin.AddDays(days * 0.55), "Review"), (begin.AddDays(days * 0.8), "Test"), (end, "Done")));
        }

        for (var i = 0; i < InProgress; i++)
        {
            var begin = Monday.AddDays(-(i == 0 ? 61 : i == 1 ? 24 : 1.5 * i));
            ImmutableArray<(DateTimeOffset, string)> states = [(begin, "In progress"), .. i % 3 == 0 ? new[] { (begin.AddDays(1), "Test") } : []];
            histories.Add(Item(Finished + i, begin.AddDays(-12), [.. states]));
            open.Add(Open(histories[^1], states[^1].Item2, i, i));
        }

        for (var i = 0; i < Waiting; i++)
        {
            histories.Add(Item(Finished + InProgress + i, Monday.AddDays(i % 9 == 4 ? -3 : -20 - (Waiting - i) * 3)));
            open.Add(Open(histories[^1], "To do", i, null));
        }

        var input = new HealthInput
        {
            Team = Team,
            Calendar = Berlin,
            AsOf = asOf,
            BrowseUrl = BrowseUrl,
            Workflow = Workflow(),
            Histories = histories,
            Sprints = Sprints,
            Data = FromFile ? new DataCompleteness(null, histories.Count, true, asOf.AddMinutes(-2), "items.csv, project CHK", [], 12) { FromFile = true }
                : Gap is not null ? Gap(new DataCompleteness(null, 455, false, asOf.AddMinutes(-2), "Jira Cloud, project CHK", [Problem], 0) { ProvenAt = asOf.AddDays(-3) })
                : Complete
                ? new DataCompleteness(histories.Count, histories.Count, true, asOf.AddMinutes(-2), "Jira Cloud, project CHK", [], 0)
                : new DataCompleteness(histories.Count + 14, histories.Count, false, asOf.AddMinutes(-2), "Jira Cloud, project CHK", ["Team T: 14 of 480 listed items are not stored as they were listed."], 3),
            OpenItems = [.. open.Where(o => o.Item.Created < asOf)],
            MissingName = f => Words(f).Missing,
            LastWeek = before,
            Given = Given,
            SaidBefore = SaidBefore,
            Version = "0.1.0",
            DataState = "a41f09c2",
            Deliveries = Deliveries ? [new DeliveryDefinition("Release 2", new DateOnly(2027, 1, 30), false, [.. open.Where(o => o.Item.Title.Length % 2 == 0).Select(o => o.Item.Key)])] : [],
        };
        return HealthBuilder.Build(Change is null ? input : Change(input));
    }

    private static ItemHistory Item(int number, DateTimeOffset created, params ReadOnlySpan<(DateTimeOffset At, string State)> moves)
    {
        var states = ImmutableArray.CreateBuilder<StateEntry>();
        states.Add(new StateEntry(created, "To do", "To do"));
        foreach (var (at, state) in moves)
        {
            states.Add(new StateEntry(at, state, state));
        }

        return new ItemHistory($"{10000 + number}", $"CHK-{number + 1}", WorkItemKind.Story, null, 3, created, null, states.ToImmutable());
    }

    private ScoredItem Open(ItemHistory item, string state, int i, int? inProgress)
    {
        var title = Title ?? Titles[(i * 7 + (inProgress ?? 3)) % Titles.Length];
        var findings = EveryItemReady || inProgress is not null ? [] : Findings(i, title);
        var clarity = Math.Max(0, 100 - findings.Where(f => f.Feeds == Score.Clarity).Sum(f => f.Points) - i % 4 * 4);
        var summary = new WorkItemSummary(
            item.Id, item.Key, title, "Story", WorkItemKind.Story, state, item.Created, 3, null, null,
            [.. inProgress is 0 or 1 ? Sprints.TakeLast(3 - inProgress.Value).Select(s => s.Id) : []], []);
        return new ScoredItem(summary, Ordered ? $"{i:0000}" : null, state, new ItemScore(item.Id, item.Key, clarity, 100, "en", null, findings), null) { LastTouched = summary.Created };
    }

    private static ImmutableArray<Finding> Findings(int i, string title)
    {
        static Finding F(string id, int points, Score feeds, params Evidence[] evidence) =>
            new(id, Severity.Warning, points, feeds, ImmutableSortedDictionary<string, string>.Empty, [.. evidence]);
        return (i % 7) switch
        {
            1 => [F("CL005", 15, Score.Clarity, new Evidence("description", 4, 11, "fast enough"), new Evidence("description", 30, 11, "all devices")), F("CL004", 25, Score.Clarity)],
            2 => [F("SL001", 20, Score.Slicing, new Evidence("title", 0, Math.Min(24, title.Length), title[..Math.Min(24, title.Length)]))],
            4 => [F("CL001", 40, Score.Clarity), F("CL004", 25, Score.Clarity)],
            5 => [F("CL004", 25, Score.Clarity)],
            6 => [F("CL002", 20, Score.Clarity, new Evidence("title", 0, title.Length, title))],
            _ => [],
        };
    }

    private static Workflow Workflow() => new(
    [
        new("To do", "To do", WorkItemState.NotStarted), new("In progress", "In progress", WorkItemState.Started), new("Review", "Review", WorkItemState.Started),
        new("Test", "Test", WorkItemState.Started), new("Done", "Done", WorkItemState.Finished),
    ]);
}
