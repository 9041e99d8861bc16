using System.Collections.Immutable;

namespace BacklogHealth.Reports.Pages;

/// <summary>Chooses what of several reports is kept where there is not room for all.</summary>
internal static class MailRoom
{
    /// <summary>The blocks that fit. Each report has its share of the room, and what earlier ones left over; one that is cut says so.</summary>
    /// <param name="reports">The blocks of each report.</param>
    /// <param name="rest">Says that something was left out.</param>
    /// <param name="size">How much room a block takes.</param>
    /// <param name="room">How much there is.</param>
    public static IEnumerable<MailBlock> Fit(ImmutableArray<MailBlock>[] reports, MailBlock rest, Func<MailBlock, int> size, int room)
    {
        var end = size(rest);
        room -= end;
        var missing = false;
        for (var i = 0; i < reports.Length; i++)
        {
            var (share, whole) = (room / (reports.Length - i), reports[i].Sum(size));
            var used = 0;
            var kept = whole <= share ? reports[i] : [.. reports[i].TakeWhile(b => (used += size(b)) + end <= share)];
            if (kept.Length < reports[i].Length && kept.Length > 0)
            {
                kept = kept.Add(rest);
            }

            missing |= kept.IsEmpty && !reports[i].IsEmpty;
            room -= kept.Sum(size);
            foreach (var block in kept)
            {
                yield return block;
            }
        }

        if (missing)
        {
            yield return rest;
        }
    }
}
