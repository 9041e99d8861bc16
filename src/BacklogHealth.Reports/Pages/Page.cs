using System.Collections.Immutable;

namespace BacklogHealth.Reports.Pages;

/// <summary>A report as blocks, before it is written in any form.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">As of when, from how many of how many items.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Sections">The blocks of each part, by the part's id.</param>
internal sealed record Page(string Title, string Lead, string Language, ImmutableArray<Section> Sections);

/// <summary>The blocks of one part.</summary>
internal sealed record Section(string Id, ImmutableArray<Block> Blocks);
