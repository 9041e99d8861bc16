using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>No other item has nearly the same description under another title.</summary>
internal sealed class JoinTheTwins : BacklogRule
{
    private const string Text = "Buyers who were given a voucher type its code at the checkout; the amount is taken off the sum, what is left stays on the voucher, and they are reminded of it two weeks before it expires, with a link to the shop.";

    public override string Id => "BL003";

    public override Criterion Criterion => Criterion.Unique;

    public override string Title => "Join the twins";

    public override string Rationale => "What is described twice under two names is planned twice, and changed in one place only.";

    public override Source Source => new("Quality User Story framework: unique", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x; MinHash, Broder 1997, in one permutation, Li et al. 2012");

    public override Reading? Reading { get; } = new(33, 25, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("another text", "Pay with a voucher", Text) { Beside = [new("", "Print the list of parcels", "As a clerk I want to print the list of all parcels that leave today, so that the driver can sign it before he goes to the next town and nobody has to ask.")] },
        new("a template in many items", "Pay with a voucher", Text) { Beside = [new("", "Lock the gate", Text), new("", "Print a label", Text), new("", "Count the stock", Text), new("", "Call the driver", Text)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("the same text", "Pay with a voucher", Text) { Beside = [new("", "Gift cards at the checkout", Text)] },
        new("a word more", "Pay with a voucher", Text) { Beside = [new("", "Gift cards at the checkout", Text + " Soon.")] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var others = backlog.SameText(item.Item).Select(o => o.Key).ToList();
        return others.Count == 0 ? [] : [Found(null, null, ("others", string.Join(", ", others)))];
    }
}
