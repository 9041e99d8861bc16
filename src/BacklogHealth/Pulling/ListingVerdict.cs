using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Pulling;

/// <summary>What is believed of a listing, and what follows from it.</summary>
/// <param name="Complete">True where the listing is taken as the whole scope.</param>
/// <param name="Removals">What becomes of stored items that it lacks.</param>
/// <param name="NotVisible">Ids of stored items that our account may not see any more.</param>
/// <param name="Problems">What is missing or in doubt, as sentences.</param>
internal sealed record ListingVerdict(bool Complete, Removals Removals, ImmutableArray<string> NotVisible, ImmutableArray<string> Problems)
{
    /// <summary>True where listing or fetching did not come to its end.</summary>
    public bool BrokeOff { get; init; }

    /// <summary>Ids of stored items that the tracker still gives, in a place outside the team's scope.</summary>
    public ImmutableArray<string> MovedAway { get; init; } = [];

    /// <summary>A listing is doubted where more items than this vanish at once, …</summary>
    public const int DoubtedItems = 20;

    /// <summary>… and more than this share of those that were there.</summary>
    public const double DoubtedShare = 0.3;

    // By more than this the tracker's own count may not exceed two listings that agree: counts lag behind, but not far.
    private const int CountMayDiffer = 5;
    private const double CountMayDifferShare = 0.05;

    /// <summary>The listing did not come to its end.</summary>
    /// <param name="problems">Why, as sentences.</param>
    public static ListingVerdict BrokenOff(params ImmutableArray<string> problems) => new(false, Removals.None, [], problems) { BrokeOff = true };

    /// <summary>True where so much is missing at once that it is more likely the listing that is wrong.</summary>
    public static bool IsShrunken(Census census) =>
        census.Missing > 0 && (census.Listed == 0 || (census.Missing > DoubtedItems && census.Missing > DoubtedShare * census.There));

    /// <summary>Judges by the numbers and by what the tracker said of the items that are missing.</summary>
    /// <param name="of">The team.</param>
    /// <param name="listing">What was listed.</param>
    /// <param name="missing">What the tracker said of them; empty where nothing is missing.</param>
    /// <param name="accepted">True where a person accepts that they are gone.</param>
    public static ListingVerdict Of(Team of, ScopeListing listing, MissingItems missing, bool accepted)
    {
        var (census, team) = (listing.Census, of.Name);
        if (!listing.Ended)
        {
            return BrokenOff($"Team {team}: the listing of the tracker broke off. Expected all of it; nothing was removed. Run sync again: it goes on from what is stored.");
        }

        if (listing.Twice && census.OnlyFirst > 0)
        {
            return Doubted(Invariant($"Team {team}: a second listing lacks {census.OnlyFirst} of the {census.First} items that the first one had. Expected two listings that agree; nothing was removed. Run sync again."));
        }

        if (listing.Approximate is { } count && count - census.Listed > Math.Max(CountMayDiffer, CountMayDifferShare * count))
        {
            return Doubted(Invariant($"Team {team}: two listings gave {census.Listed} items, and the tracker itself counts about {count}. Expected about as many; nothing was removed. Run sync again; if it stays so, {(of.Connection?.Kind == TrackerKind.JiraCloud ? "report it to Atlassian, whose search does not find them" : "have an administrator rebuild the tracker's search index")}."));
        }

        if (missing.Lacking is { } permission)
        {
            // Told as incomplete once, by the pull that finds out; from then on the count is told.
            return new(false, Removals.None, missing.All, [Invariant($"Team {team}: {missing.All.Length} of {census.There} stored items cannot be seen any more, since the account lacks the permission {permission.Permission}. They are kept as not visible, and left out of reports. {permission.Remedy}")]);
        }

        if (missing.StillThere.Length > 0)
        {
            var still = missing.StillThere.Length;
            var (are, them) = still == 1 ? ("is", "it (") : ("are", "them (the first is ");
            // Only some were asked for: of the others nothing is known.
            var found = missing.Asked < missing.All.Length
                ? Invariant($"{missing.All.Length} of the stored items are missing from the listing, and the tracker still gives at least {still} of them (the first is ")
                : Invariant($"{still} of the stored items {are} missing from the listing, and the tracker still gives {them}");
            return Doubted(Invariant($"Team {team}: {found}{missing.StillThere[0]}). Expected every item of the project to be listed; nothing was removed. Run sync again: a search index may lag behind."));
        }

        if (IsShrunken(census) && !accepted && !missing.AllExplained)
        {
            return Doubted(Invariant($"Team {team}: {census.Missing} of {census.There} stored items are missing from {(listing.Twice ? "two listings" : "the listing")} of the tracker. Expected most of them to be there; nothing was removed. Check the query and the permissions, then run `sync --accept-removals` if the items are really gone."));
        }

        return new(true, accepted ? Removals.Accepted : Removals.AfterTwoListings, missing.Forbidden, []) { MovedAway = missing.MovedAway };
    }

    private static ListingVerdict Doubted(string why) => new(false, Removals.None, [], [why]);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
