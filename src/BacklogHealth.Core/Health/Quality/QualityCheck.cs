using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality;

/// <summary>
/// One way in which a tracker's data contradict themselves, lack something, or mislead a forecast: what it means, what it does to the numbers, how
/// the numbers treat it, and what to do about it. The sentences speak of one item and are the catalogue, the command's and the report's.
/// </summary>
public abstract class QualityCheck
{
    /// <summary>Its id in JSON: words joined by "-". Never reused.</summary>
    public abstract string Id { get; }

    /// <summary>Its name, for example "Finished, never started".</summary>
    public abstract Sentence Name { get; }

    /// <summary>What it means, in one sentence; every bound that it uses stands here.</summary>
    public abstract Sentence Meaning { get; }

    /// <summary>What it does to which numbers.</summary>
    public abstract Sentence Effect { get; }

    /// <summary>How the numbers treat it: the rule that holds everywhere in the product.</summary>
    public abstract Sentence Treatment { get; }

    /// <summary>What to do in the tracker or in settings.</summary>
    public abstract Sentence Remedy { get; }

    /// <summary>What is affected, and of how many it could be.</summary>
    internal abstract Affected Look(QualityData data);
}
