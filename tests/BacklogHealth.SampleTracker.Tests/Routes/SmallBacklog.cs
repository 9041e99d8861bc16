using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Routes;

/// <summary>A backlog small enough to know by heart: 230 items in a Scrum project, three in a Kanban project, one in a team-managed one.</summary>
internal static class SmallBacklog
{
    public const int CheckoutItems = 230;

    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 9, 12, 33, TimeSpan.Zero);

    public static SampleBacklog Make() => new("Small company", "Europe/Berlin", [Checkout(), FieldService(), Simple()], new GroundTruth([], []));

    /// <summary>The same with one more item and one changed.</summary>
    public static SampleBacklog Later()
    {
        var backlog = Make();
        var checkout = backlog.Projects[0];
        var items = checkout.Items
            .SetItem(0, checkout.Items[0] with { Title = "Pay by voucher, whole or in part", Updated = Start.AddDays(90) })
            .Add(Filler(CheckoutItems + 1));
        return backlog with { Projects = backlog.Projects.SetItem(0, checkout with { Items = items }) };
    }

    public static SampleText EveryBlock { get; } = new(
    [
        new(SampleBlockKind.Paragraph, "Buyers ask for it, see https://shop.example/vouchers?a=1&b=2."),
        new(SampleBlockKind.Heading, "Acceptance criteria", 2),
        new(SampleBlockKind.Bullet, "A voucher of 20 EUR lowers the sum by 20 EUR"),
        new(SampleBlockKind.Bullet, "An expired voucher is refused"),
        new(SampleBlockKind.Numbered, "Open the basket"),
        new(SampleBlockKind.Checkbox, "Rounding agreed", Ticked: true),
        new(SampleBlockKind.Checkbox, "Texts translated"),
        new(SampleBlockKind.TableHead, "Voucher | Sum"),
        new(SampleBlockKind.TableRow, "20 EUR | 35 EUR"),
        new(SampleBlockKind.Code, "POST /vouchers <b>"),
        new(SampleBlockKind.Quote, "Where do I enter my code?\nI looked everywhere."),
    ]);

    private static SampleProject Checkout()
    {
        ImmutableArray<SampleSprint> sprints =
        [
            new(11, "Sprint 1", "Pay with a voucher", "closed", Start, Start.AddDays(14), Start.AddDays(14)),
            new(12, "Sprint 2", "Refund a voucher", "active", Start.AddDays(14), Start.AddDays(28), null),
            new(13, "Sprint 3", "", "future", Start.AddDays(28), Start.AddDays(42), null),
        ];
        var voucher = new SampleItem
        {
            Id = "10001",
            Key = "CHK-1",
            Type = "Story",
            Title = "Pay by voucher",
            Description = EveryBlock,
            StatusId = "3",
            Created = Start,
            Updated = Start.AddDays(20),
            ParentId = "10002",
            StoryPoints = 3,
            Rank = "0|i00007:",
            Priority = "High",
            Due = new DateOnly(2026, 6, 30),
            FixVersions = ["Release 2"],
            Labels = ["voucher", "payment"],
            SprintIds = [11, 12],
            Comments = [.. Enumerable.Range(1, 25).Select(n => new SampleComment(Text(500 + n), "acc-two", Start.AddDays(n), SampleText.Of("Remark " + Text(n))))],
            Links = [new SampleLink("is blocked by", "CHK-3")],
            Changes =
            [
                Change("901", 1, "status", "1", "To Do", "2", "In Progress"),
                Change("901", 1, "Sprint", "", "", "11", "Sprint 1"),
                Change("902", 2, "Story Points", null, null, null, "3"),
                Change("903", 3, "description", null, null, null, "h2. Acceptance criteria\n* one"),
                Change("904", 4, "IssueParentAssociation", null, null, "10002", "CHK-2"),
                Change("905", 5, "status", "2", "In Progress", "3", "Done"),
            ],
        };
        var epic = Plain(2, "Epic", "Vouchers") with { Labels = ["payment"] };
        var blocker = Plain(3, "Bug", "Voucher <script>alert(1)</script> breaks the basket") with
        {
            Resolution = "Done",
            StatusId = "3",
            SprintIds = [12],
            Links = [new SampleLink("blocks", "CHK-1")],
            Changes = [Change("906", 6, "Key", null, "OLD-9", null, "CHK-3"), Change("907", 7, "resolution", null, null, "10000", "Done")],
        };
        return new SampleProject("10100", "CHK", "Checkout", "Checkout", 1, "scrum",
            [new("1", "To Do", "new"), new("2", "In Progress", "indeterminate"), new("3", "Done", "done")],
            [new("700", "Release 2", new DateOnly(2026, 6, 30))], sprints,
            [voucher, epic, blocker, .. Enumerable.Range(4, CheckoutItems - 3).Select(Filler)]);
    }

    private static SampleProject FieldService() => new("10200", "FLD", "Field Service", "Field", 2, "kanban",
        [new("21", "Ideas", "new"), new("22", "Doing", "indeterminate"), new("23", "Shipped", "done")], [], [],
        [
            Plain(1, "Story", "Show the route", "FLD", 20000) with { StatusId = "21" },
            Plain(2, "Task", "Replace the map", "FLD", 20000) with { StatusId = "22" },
            Plain(3, "Sub-task", "Buy the licence", "FLD", 20000) with { StatusId = "21", ParentId = "20002" },
        ]);

    private static SampleProject Simple() => new("10300", "SIM", "Simple", "Simple", 3, "simple",
        [new("31", "To Do", "new"), new("32", "Done", "done")], [], [new(31, "SIM Sprint 1", "", "active", Start, Start.AddDays(7), null)],
        [Plain(1, "Task", "Plan the move", "SIM", 30000) with { StatusId = "31", SprintIds = [31] }]);

    private static SampleItem Filler(int number) => Plain(number, "Story", "Filler " + Text(number));

    private static SampleItem Plain(int number, string type, string title, string project = "CHK", int firstId = 10000) => new()
    {
        Id = Text(firstId + number),
        Key = project + "-" + Text(number),
        Type = type,
        Title = title,
        StatusId = "1",
        Created = Start.AddMinutes(number),
        Updated = Start.AddMinutes(number),
        Rank = FormattableString.Invariant($"0|i{100_000 - number}:"),
    };

    private static SampleChange Change(string id, int day, string field, string? from, string? fromText, string? to, string? toText) =>
        new(id, Start.AddDays(day), "acc-one", field, from, fromText, to, toText);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
