using System.Collections.Immutable;
using BacklogHealth.Connectors;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary>The part of <c>init</c> that asks where in the tracker the team works, and has the tracker describe it.</summary>
internal sealed class InitPlace(Call call, InitQuestions ask)
{
    /// <summary>The team's place, as the tracker describes it. Asks again for what the tracker does not know, and for what only a person can say.</summary>
    public async Task<(InitAnswers Answers, TrackerProfile Profile)> Ask(InitAnswers answers, CancellationToken cancellation)
    {
        answers = Given(answers);
        // In a Jira a board says by its saved filter which items are the team's, and so does a query.
        if (answers.Project.Length == 0 && (answers.Kind == TrackerKind.AzureDevOps || (answers.Board.Length == 0 && answers.Query.Length == 0)))
        {
            answers = Choose(answers, await Places(answers, cancellation));
        }

        if (answers is { Name: "", Project: "", Board: "" })
        {
            answers = answers with { Name = ask.For(InitOptions.Name, "Name of the team") };
        }

        while (true)
        {
            try
            {
                return (answers, await Describe(answers, cancellation));
            }
            catch (TrackerException e) when (call.MayAsk && e.Choice is { } choice)
            {
                call.Screen.Warn(e.Message);
                answers = answers with { Fields = answers.Fields.SetItem(choice.Setting, Choose(choice)) };
            }
            catch (TrackerException e) when (call.MayAsk && e.Fault == TrackerFault.Settings)
            {
                var places = answers.Project.Length == 0 ? [] : await Places(answers, cancellation);
                if (places.IsEmpty || places.Any(p => IsCalled(p, answers.Project)))
                {
                    throw;
                }

                call.Screen.Warn(e.Message);
                answers = Choose(answers, places);
            }
        }
    }

    private InitAnswers Given(InitAnswers answers) => answers with
    {
        Project = call.Get(InitOptions.Project) ?? "",
        Board = call.Get(InitOptions.Board) ?? "",
        AreaPath = call.Get(InitOptions.AreaPath) ?? "",
        Query = call.Get(InitOptions.Query) ?? "",
        Name = call.Get(InitOptions.Name) ?? "",
        TimeZone = call.Get(InitOptions.TimeZone) ?? "",
        Fields = InitOptions.Fields.Where(f => call.Get(f.Value) is { Length: > 0 }).ToImmutableSortedDictionary(f => f.Key, f => call.Get(f.Value)!, StringComparer.Ordinal),
    };

    private async Task<TrackerProfile> Describe(InitAnswers answers, CancellationToken cancellation)
    {
        var team = answers.Team();
        using var tracker = Trackers.Open(team, call.Host.Time);
        return await call.Screen.Working($"asking {team.Connection!.BaseUrl.Host}", _ => tracker.Describe(cancellation));
    }

    private async Task<ImmutableArray<TrackerPlace>> Places(InitAnswers answers, CancellationToken cancellation)
    {
        var connection = answers.Connection();
        using var tracker = Trackers.LookAround(connection, call.Host.Time);
        var places = await call.Screen.Working($"asking {connection.BaseUrl.Host} for its projects", _ => tracker.Places(cancellation));
        return places.IsEmpty
            ? throw new UserError(ExitCode.Refused, $"backlog-health init: {answers.Url} shows this account no project. Expected at least one. Give the account the right to see the team's project, or name it with --project.")
            : places;
    }

    private InitAnswers Choose(InitAnswers answers, ImmutableArray<TrackerPlace> places)
    {
        var place = ask.Choose(InitOptions.Project, "The team's project", places, p => p.Project == p.Name ? p.Project : $"{p.Project} ({p.Name})", p => [p.Project, p.Name]);
        var board = answers.Board.Length == 0 && answers.AreaPath.Length == 0 && place.Teams.Length > 1 && call.MayAsk
            ? ask.Choose(InitOptions.Board, answers.Kind == TrackerKind.AzureDevOps ? "The team" : "Its board", place.Teams, t => t, t => [t])
            : answers.Board;
        return answers with { Project = place.Project, Board = board };
    }

    private string Choose(FieldChoice choice) =>
        ask.Choose(InitOptions.Fields[choice.Setting], "The right one", choice.Candidates, c => $"{c.Id} ({c.Name})", c => [c.Id, c.Name]).Id;

    private static bool IsCalled(TrackerPlace place, string name) =>
        place.Project.Equals(name, StringComparison.OrdinalIgnoreCase) || place.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
