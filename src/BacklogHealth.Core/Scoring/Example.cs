using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>Where a rule comes from.</summary>
/// <param name="Name">A book, paper or page.</param>
/// <param name="Note">Author, year, and whether it is practice or part of a guide.</param>
public sealed record Source(string Name, string Note);

/// <summary>An item that a rule passes, or one that it finds: read by the tests, the catalogue page and the report.</summary>
/// <param name="Name">What is shown, in a few words.</param>
/// <param name="Title">The item's title.</param>
/// <param name="Description">The item's description as plain text; empty for none.</param>
/// <param name="Kind">The item's kind.</param>
public sealed record Example(string Name, string Title, string Description = "", WorkItemKind Kind = WorkItemKind.Story)
{
    /// <summary>Titles of other items under the same parent.</summary>
    public ImmutableArray<string> Beside { get; init; } = [];
}
