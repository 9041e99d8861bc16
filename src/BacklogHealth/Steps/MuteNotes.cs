using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Steps;

/// <summary>What is to be said of mutes that do nothing: they have ended, or they cover no item.</summary>
internal static class MuteNotes
{
    /// <summary>A sentence for each mute of a team that does nothing, in the order of settings.</summary>
    /// <param name="team">The team.</param>
    /// <param name="today">Its day.</param>
    /// <param name="open">Its open items.</param>
    public static ImmutableArray<string> Of(Team team, DateOnly today, IReadOnlyList<ScoredItem> open)
    {
        var keys = open.Select(i => i.Item.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var labels = open.SelectMany(i => i.Item.Labels).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. team.Settings.Rules.Mutes.Select(m => Of(m, today, keys, labels)).OfType<string>().Select(n => $"{team.Name}: {n}")];
    }

    private static string? Of(Mute mute, DateOnly today, HashSet<string> keys, HashSet<string> labels)
    {
        if (mute.HasEnded(today))
        {
            return string.Create(CultureInfo.InvariantCulture, $"the mute of {What(mute)} ended on {mute.Until:yyyy-MM-dd}, so its findings count again. Take it out of Mutes, or set a later Until.");
        }

        return mute.Item is { } key && !keys.Contains(key) ? $"the mute of {What(mute)} matches nothing: found no open item {key}. Expected the key of an open item. Correct it or take it out of Mutes."
            : mute.Label is { } label && !labels.Contains(label) ? $"the mute of {What(mute)} matches nothing: found no open item with the label {label}. Expected a label that items bear. Correct it or take it out of Mutes."
            : null;
    }

    private static string What(Mute mute) => string.Join(" ", new[]
    {
        mute.Rule ?? "every rule",
        mute.Item is { } item ? $"for {item}" : null,
        mute.Label is { } label ? $"for the label {label}" : null,
    }.OfType<string>());
}
