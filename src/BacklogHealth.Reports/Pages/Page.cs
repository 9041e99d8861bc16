using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>A report as blocks, before it is written in any form.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">As of when, from how many of how many items.</param>
/// <param name="Voice">Says its sentences.</param>
/// <param name="Sections">The blocks of each part, by the part's id.</param>
internal sealed record Page(Sentence Title, Sentence Lead, Voice Voice, ImmutableArray<Section> Sections);

/// <summary>The blocks of one part.</summary>
internal sealed record Section(string Id, ImmutableArray<Block> Blocks);
