using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties;

/// <summary>What a measure counts in: its name in JSON, and how so much of it is said.</summary>
public sealed class DutyUnit
{
    private readonly Func<double, Sentence> _say;

    private DutyUnit(string name, Func<double, Sentence> say) => (Name, _say) = (name, say);

    /// <summary>Where nothing is counted.</summary>
    public static DutyUnit None { get; } = new("", n => $"{n}");

    /// <summary>Shares, 0 to 100.</summary>
    public static DutyUnit Percent { get; } = new("%", n => $"{n} %");

    /// <summary>Spearman's rank correlation, −1 to 1.</summary>
    public static DutyUnit Correlation { get; } = new("rank correlation", n => $"{n}");

    /// <summary>Points of a score, 0 to 100.</summary>
    public static DutyUnit Points { get; } = new("points", n => $"{n:# point|# points}");

    /// <summary>Work items.</summary>
    public static DutyUnit Items { get; } = new("items", n => $"{n:# item|# items}");

    /// <summary>Epics.</summary>
    public static DutyUnit Epics { get; } = new("epics", n => $"{n:# epic|# epics}");

    /// <summary>Sprints.</summary>
    public static DutyUnit Sprints { get; } = new("sprints", n => $"{n:# sprint|# sprints}");

    /// <summary>Calendar days.</summary>
    public static DutyUnit Days { get; } = new("days", n => $"{n:# day|# days}");

    /// <summary>Weeks.</summary>
    public static DutyUnit Weeks { get; } = new("weeks", n => $"{n:# week|# weeks}");

    /// <summary>Months.</summary>
    public static DutyUnit Months { get; } = new("months", n => $"{n:# month|# months}");

    /// <summary>Its name in JSON: "%", "rank correlation", or an English plural.</summary>
    public string Name { get; }

    /// <summary>So much of it, for example "1.4 weeks".</summary>
    public Sentence Say(double amount) => _say(amount);
}
