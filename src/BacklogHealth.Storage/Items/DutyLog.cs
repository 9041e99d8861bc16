using System.Collections.Immutable;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Storage.Items;

/// <summary>What happened to one item beside its states, while it is read: instants ascend. What was known at any instant can be cut from it.</summary>
internal sealed class DutyLog
{
    /// <summary>Labels as they are now.</summary>
    public ImmutableArray<string> Labels { get; set; } = [];

    /// <summary>What each later change of labels replaced, in the order of the changes.</summary>
    public ImmutableArray<LabelsThen> LabelsBefore { get; set; } = [];

    /// <summary>Links as they are now.</summary>
    public ImmutableArray<ItemLink> Links { get; set; } = [];

    /// <summary>Boxes of the texts as they are now.</summary>
    public Boxes? Boxes { get; set; }

    /// <summary>When the texts became what they are now, as far as it was after the first instant asked for.</summary>
    public DateTimeOffset? TextsAsOf { get; set; }

    /// <summary>Changes of words.</summary>
    public ImmutableArray<DateTimeOffset> TextEdits { get; set; } = [];

    /// <summary>Changes of the estimate.</summary>
    public ImmutableArray<EstimateChange> Estimates { get; set; } = [];

    /// <summary>Moves within the backlog.</summary>
    public ImmutableArray<DateTimeOffset> Moves { get; set; } = [];

    /// <summary>Comments that tell something.</summary>
    public ImmutableArray<Remark> Remarks { get; set; } = [];

    private ItemFacts? _last;

    /// <summary>What was known at an instant; null where nothing was.</summary>
    public ItemFacts? At(DateTimeOffset instant)
    {
        var from = instant.AddDays(-DutyFacts.Days);
        var facts = new ItemFacts
        {
            Labels = LabelsBefore.Where(l => l.At >= instant).Select(l => l.Before).FirstOrDefault(Labels),
            Links = Links,
            Boxes = TextsAsOf >= instant ? null : Boxes,
            TextEdits = Between(TextEdits, static at => at),
            Estimates = Estimates,
            Moves = Between(Moves, static at => at),
            Remarks = Between(Remarks, static r => r.At),
        };
        // Mostly the same as a week before or after, and then kept once.
        _last = facts == _last ? _last : facts;
        return _last is { Labels.IsEmpty: true, Links.IsEmpty: true, Boxes: null, TextEdits.IsEmpty: true, Estimates.IsEmpty: true, Moves.IsEmpty: true, Remarks.IsEmpty: true } ? null : _last;

        // Instants lie close together: what is known at one is nearly always all that is known, and is shared.
        ImmutableArray<T> Between<T>(ImmutableArray<T> all, Func<T, DateTimeOffset> at)
        {
            var (begin, end) = (0, all.Length);
            while (begin < end && at(all[begin]) < from)
            {
                begin++;
            }

            while (end > begin && at(all[end - 1]) >= instant)
            {
                end--;
            }

            return end - begin == all.Length ? all : all[begin..end];
        }
    }
}

/// <summary>A change of labels.</summary>
/// <param name="At">When.</param>
/// <param name="Before">What it replaced.</param>
internal sealed record LabelsThen(DateTimeOffset At, ImmutableArray<string> Before);
