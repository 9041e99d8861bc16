using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Storage;

/// <summary>What is asked of a team beside its histories.</summary>
/// <param name="Instants">One or more instants; known at each is everything strictly before it.</param>
/// <param name="Language">ISO 639-1 code of the language that comments are read in.</param>
/// <param name="Workflow">Tells which states are finished.</param>
/// <param name="Sprints">False where the team works without sprints.</param>
public sealed record FactsAsked(IReadOnlyCollection<DateTimeOffset> Instants, string Language, Workflow Workflow, bool Sprints);

/// <summary>What is stored beside the histories and tells of a team.</summary>
/// <param name="Duties">What tells of a Product Owner's duties at each instant, in their order: labels, links, checklists, edits, estimates, places in the order, comments.</param>
/// <param name="Quality">What tells of the quality of the data: links, other teams, what is invisible, who finished items.</param>
/// <param name="Sprints">Which items were in which sprints, ordered by creation and id; items that never were are left out.</param>
public sealed record TeamFacts(IReadOnlyList<DutyFacts> Duties, QualityFacts Quality, IReadOnlyList<SprintHistory> Sprints);
