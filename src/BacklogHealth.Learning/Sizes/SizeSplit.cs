namespace BacklogHealth.Learning.Sizes;

/// <summary>How items that are foretold are kept apart from those that are learned from. Never at random: that flatters.</summary>
public enum SizeSplit
{
    /// <summary>The last fifth of each project in order of time.</summary>
    LastFifth,

    /// <summary>By the file's own marks: what is marked as test is foretold, what is marked otherwise (train, validation) is known.</summary>
    Published,

    /// <summary>Each project by what the others teach; of itself nothing is known but its points.</summary>
    LeaveOneProjectOut,
}
