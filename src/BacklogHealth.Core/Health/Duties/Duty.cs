using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties;

/// <summary>
/// One of a Product Owner's sixteen duties: what is measured of it, how that could mislead, and what is done about it. The sentences are the command's
/// and the report's.
/// </summary>
public abstract class Duty
{
    /// <summary>Its number, 1 to 16. Never used for another.</summary>
    public abstract int Id { get; }

    /// <summary>Its name in small letters, for example "open questions".</summary>
    public abstract Sentence Name { get; }

    /// <summary>How its measures could mislead, in one sentence.</summary>
    public abstract Sentence Trap { get; }

    /// <summary>What is done so that they do not, in one sentence.</summary>
    public abstract Sentence Avoided { get; }

    /// <summary>False for the one duty that is not measured: what is said of it stands in <see cref="Avoided"/>.</summary>
    public virtual bool IsMeasured => true;

    /// <summary>What the data say, the measure that says most first; at least one.</summary>
    internal abstract IEnumerable<DutyMeasure> Measure(DutyData data);
}
