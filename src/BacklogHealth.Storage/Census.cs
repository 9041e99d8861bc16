namespace BacklogHealth.Storage;

/// <summary>What a pull's listings hold beside what is stored: the numbers by which a listing is believed or doubted.</summary>
/// <param name="Listed">Items in any listing.</param>
/// <param name="First">Items in the first listing.</param>
/// <param name="Second">Items in the second listing, the check of the first; 0 where there was none.</param>
/// <param name="OnlyFirst">Items in the first listing and not in the second.</param>
/// <param name="OnlySecond">Items in the second listing and not in the first.</param>
/// <param name="There">Items that are stored and not removed, visible or not.</param>
/// <param name="Missing">Of these, those that no listing has and that were neither missing nor hidden before: what vanished since the last pull.</param>
/// <param name="MissingBefore">Of these, those that no listing has and that an earlier complete listing lacked, too: the usual rule removes them.</param>
/// <param name="HiddenBefore">Of these, those that no listing has and that are known not to be visible: they stay as they are.</param>
/// <param name="ToFetch">Listed items that are not stored as they are listed and have not been asked for in vain: what a pull has still to fetch.</param>
public sealed record Census(
    int Listed, int First, int Second, int OnlyFirst, int OnlySecond, int There, int Missing, int MissingBefore = 0, int HiddenBefore = 0, int ToFetch = 0);
