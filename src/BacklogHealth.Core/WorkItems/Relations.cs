namespace BacklogHealth.Core.WorkItems;

/// <summary>Which relations say that an item waits for another one, or another one for it.</summary>
public static class Relations
{
    /// <summary>True for "blocks", "is required by", "Successor" and the like, read from the item that the other one needs; false for every other name.</summary>
    public static bool MeanNeeded(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return relation.Equals("blocks", StringComparison.OrdinalIgnoreCase)
            || relation.Contains("required by", StringComparison.OrdinalIgnoreCase)
            || relation.Contains("needed by", StringComparison.OrdinalIgnoreCase)
            || relation.Equals("successor", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// True for "is blocked by", "depends on", "Predecessor" and the like, read from the item that waits; false for every other name. Sites that
    /// have renamed their kinds of links, or have them in another language, are not understood.
    /// </summary>
    public static bool MeanBlocked(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return relation.Contains("blocked by", StringComparison.OrdinalIgnoreCase)
            || relation.Contains("depends on", StringComparison.OrdinalIgnoreCase)
            || relation.Equals("predecessor", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True for "clones", "is cloned by" and the like, from either side.</summary>
    public static bool MeanCloned(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return relation.Contains("clone", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// True where a later item that is linked so may be what came of an earlier one. Clones, duplicates, parts and whatever waits for something else are
    /// ways to organise work and tell nothing of its use.
    /// </summary>
    public static bool MayTellOfUse(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return !MeanBlocked(relation) && !MeanCloned(relation) && !Organising.Any(word => relation.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] Organising = ["duplicat", "block", "parent", "child", "split", "successor", "depend", "part of", "contains"];
}
