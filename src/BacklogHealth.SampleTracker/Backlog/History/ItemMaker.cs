using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>What an item needs to know of its project.</summary>
internal sealed record ProjectFacts(TeamPlan Team, WorkClock Clock, SprintCalendar? Sprints, ImmutableArray<SampleVersion> Versions, int Seed);

/// <summary>Turns a planned item into one with all that happened to it.</summary>
internal sealed class ItemMaker(ProjectFacts project)
{
    private static readonly ImmutableArray<double> PointScale = [1, 2, 3, 5, 8, 13];
    private readonly Timeline _timeline = new();

    /// <param name="plan">The item.</param>
    /// <param name="id">Its id.</param>
    /// <param name="key">Its key.</param>
    /// <param name="rank">Its place in the backlog.</param>
    /// <param name="parent">Id and key of its parent; both null where it has none.</param>
    /// <param name="links">Its links.</param>
    public SampleItem Make(PlannedItem plan, string id, string key, string rank, FieldValue parent, ImmutableArray<SampleLink> links)
    {
        var chance = Chance.For(project.Seed, plan.StreamName + " history");
        var author = chance.Pick(Accounts.Of(project.Team));
        Status(plan, chance, author);
        Texts(plan, chance, author);
        Parent(plan, parent, chance, author);
        Order(plan, chance, author);
        if (!plan.IsEpic && plan.Seed.Type is not "Sub-task")
        {
            Points(plan, chance, author);
            new SprintMembership(project).Record(_timeline, plan, chance, author);
        }

        Promise(plan, chance, author);
        DueDay(plan, author);
        var changes = _timeline.Tell(project.Clock, id).ToImmutableArray();
        var comments = Comments(plan, id, chance);
        var created = project.Clock.At(plan.Created);
        return new SampleItem
        {
            Id = id,
            Key = key,
            Type = plan.Seed.Type,
            Title = plan.Seed.Title,
            Description = plan.Seed.Description,
            StatusId = _timeline.Now("status").Id!,
            Created = created,
            Updated = changes.Select(c => c.At).Concat(comments.Select(c => c.At)).Append(created).Max(),
            ParentId = _timeline.Now("IssueParentAssociation").Id,
            StoryPoints = _timeline.Now("Story Points").Text is { } points ? double.Parse(points, CultureInfo.InvariantCulture) : null,
            Rank = rank,
            Priority = _timeline.Now("priority").Text!,
            Resolution = _timeline.Now("resolution").Text,
            Due = _timeline.Now("duedate").Id is { } due ? DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            FixVersions = _timeline.Now("Fix Version").Text is { } version ? [version] : [],
            Labels = [.. plan.Epic.Label.Length > 0 ? [plan.Epic.Label] : Array.Empty<string>(), .. plan.Seed.Labels],
            SprintIds = _timeline.Now("Sprint").Id is { } sprints ? [.. sprints.Split(", ").Select(s => int.Parse(s, CultureInfo.InvariantCulture))] : [],
            Comments = comments,
            Links = links,
            Attachments = [.. plan.Seed.Pictures.Select((file, i) => new SampleAttachment(FormattableString.Invariant($"{id}7{i}"), file, author, created))],
            RemoteLinks = [.. plan.Seed.Pages.Select((page, i) => new SampleRemoteLink(FormattableString.Invariant($"{id}8{i}"), page, FormattableString.Invariant($"https://design.sample.invalid/{id}/{i}")))],
            Changes = changes,
        };
    }

    private FieldValue State(int index) => new(project.Team.StatusId(index), project.Team.StatusNames[index]);

    private void Status(PlannedItem plan, Chance chance, string author)
    {
        _timeline.Begin("status", State(0));
        if (plan.Started is { } started)
        {
            var end = plan.Finished ?? project.Clock.End;
            var checkAt = started + (chance.Between(0.5, 0.85) * (end - started));
            if (!plan.IsEpic && plan.Seed.Type is not "Sub-task")
            {
                _timeline.Set(plan.Created + (chance.Between(0.4, 0.97) * (started - plan.Created)), "status", State(1), author);
                if (plan.Finished is not null || plan.Seed.State == SeedState.Review)
                {
                    _timeline.Set(checkAt, "status", State(3), author);
                }
            }

            _timeline.Set(started, "status", State(2), author);
            if (plan.Seed.WasSentBack)
            {
                _timeline.Set(started + (0.35 * (checkAt - started)), "status", State(1), author);
                _timeline.Set(started + (0.7 * (checkAt - started)), "status", State(2), author);
            }

            if (plan.Seed.WasReopened)
            {
                var first = started + (0.9 * (checkAt - started));
                _timeline.Set(started + (0.5 * (first - started)), "status", State(4), author);
                _timeline.Set(first, "status", State(2), author);
            }
        }
        else if (plan.Seed.State == SeedState.Ready)
        {
            _timeline.Set(project.Clock.End - (Math.Min(6, project.Clock.End - plan.Created) * chance.Between(0.1, 0.9)), "status", State(1), author);
        }

        if (plan.Finished is { } finished)
        {
            var resolution = plan.Seed.State switch
            {
                SeedState.WontDo => new FieldValue("10001", "Won't Do"),
                SeedState.Duplicate => new FieldValue("10002", "Duplicate"),
                _ => new FieldValue("10000", "Done"),
            };
            _timeline.Set(finished, "status", State(4), author);
            _timeline.Set(finished, "resolution", resolution, author);
        }
    }

    private void Texts(PlannedItem plan, Chance chance, string author)
    {
        _timeline.Begin("summary", new FieldValue(null, plan.Seed.OldTitle ?? plan.Seed.Title));
        _timeline.Set(Lately(plan, chance), "summary", new FieldValue(null, plan.Seed.Title), author);
        if (plan.Seed.Description is { } text)
        {
            var now = new FieldValue(null, WikiMarkup.Of(text));
            _timeline.Begin("description", plan.Seed.BeganEmpty ? default : plan.Seed.OldDescription is { } old ? new FieldValue(null, WikiMarkup.Of(old)) : now);
            _timeline.Set(Lately(plan, chance), "description", now, author);
        }
    }

    /// <summary>Within the last ten days for an open item, while it was worked on for a finished one.</summary>
    private double Lately(PlannedItem plan, Chance chance)
    {
        var from = plan.Finished is null ? Math.Max(plan.Started ?? plan.Created, project.Clock.End - 5) : plan.Started ?? plan.Created;
        return from + (chance.Between(0.1, 0.9) * ((plan.Finished ?? project.Clock.End) - from));
    }

    private void Parent(PlannedItem plan, FieldValue parent, Chance chance, string author)
    {
        if (parent.Id is null)
        {
            return;
        }

        if (plan.Seed.Type is not "Sub-task" && !plan.Seed.IsNew && chance.Happens(0.12))
        {
            var until = plan.Started ?? plan.Finished ?? project.Clock.End;
            _timeline.Set(plan.Created + (chance.Between(0.1, 0.8) * (until - plan.Created)), "IssueParentAssociation", parent, author);
        }
        else
        {
            _timeline.Begin("IssueParentAssociation", parent);
        }
    }

    private void Order(PlannedItem plan, Chance chance, string author)
    {
        var priority = plan.Seed.IsTop || plan.Seed.WasReopened || chance.Happens(0.12) ? "High" : chance.Happens(0.12) ? "Low" : "Medium";
        var until = plan.Started ?? plan.Finished ?? project.Clock.End;
        var waiting = until - plan.Created;
        _timeline.Begin("priority", new FieldValue(null, chance.Happens(0.06) ? "Medium" : priority));
        _timeline.Set(plan.Created + (chance.Between(0.1, 0.9) * waiting), "priority", new FieldValue(null, priority), author);
        if (chance.Happens(plan.Seed.IsTop ? 0.7 : 0.1))
        {
            var way = plan.Seed.IsTop || chance.Happens(0.7) ? "Ranked higher" : "Ranked lower";
            var at = plan.Created + (chance.Between(0.2, 0.98) * waiting);

            // The order of what was promised was settled before the last ten days; what joined since was put into its place when it was created.
            if (!plan.Seed.IsTop || at < project.Clock.End - 7)
            {
                _timeline.Set(at, "Rank", new FieldValue(null, way), author);
            }
        }
    }

    private void Points(PlannedItem plan, Chance chance, string author)
    {
        var known = plan.Seed.State is SeedState.Todo ? 0.4 : plan.Seed.State is SeedState.WontDo or SeedState.Duplicate ? 0 : 0.85;
        if (plan.Seed.Type is "Spike" || plan.Seed.IsNew || (!chance.Happens(known) && !plan.Seed.WasReestimated))
        {
            return;
        }

        // Estimates know a little of how long the work will take, and not much.
        var length = plan is { Started: { } s, Finished: { } f } ? Math.Log(f - s + 0.5) : chance.Between(0, 2.5);
        var index = (int)Math.Clamp(Math.Round(0.6 + (0.9 * length) + chance.Between(-1.6, 1.6)), 0, 5);
        var until = plan.Started ?? project.Clock.End;
        var at = plan.Created + (chance.Between(0.2, 0.7) * (until - plan.Created));
        if (plan.Seed.WasReestimated)
        {
            // Before it was first finished, where it was reopened: nobody estimates what is done.
            _timeline.Set(plan.Started!.Value + (0.2 * ((plan.Finished ?? project.Clock.End) - plan.Started.Value)), "Story Points", Estimate(Math.Min(index + 1, 5)), author);
            _timeline.Set(at, "Story Points", Estimate(Math.Min(index, 4)), author);
            return;
        }

        _timeline.Set(at, "Story Points", Estimate(index), author);
        if (index < 5 && chance.Happens(0.08))
        {
            _timeline.Set(at + (0.5 * (until - at)), "Story Points", Estimate(index + 1), author);
        }
    }

    private static FieldValue Estimate(int index) => new(null, PointScale[index].ToString(CultureInfo.InvariantCulture));

    private void Promise(PlannedItem plan, Chance chance, string author)
    {
        if (plan.Epic.Version is not { } name || plan.Seed.Type is "Sub-task" || plan.Seed.State is SeedState.WontDo or SeedState.Duplicate)
        {
            return;
        }

        var version = project.Versions.Single(v => string.Equals(v.Name, name, StringComparison.Ordinal));
        var from = Math.Max(plan.Created, (plan.Finished ?? project.Clock.End) - 30);
        var at = from + (chance.Between(0.05, 0.5) * ((plan.Finished ?? project.Clock.End) - from));
        _timeline.Set(at, "Fix Version", new FieldValue(version.Id, version.Name), author);
        if (version.ReleaseDate is { } day && (plan.IsEpic || (plan.Finished is null && chance.Happens(0.5))))
        {
            var due = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            _timeline.Set(at, "duedate", new FieldValue(due, due), author);
        }
    }

    // Asks no chance, so that all else stays as it is.
    private void DueDay(PlannedItem plan, string author)
    {
        if (plan is { IsEpic: true, Epic.DueIn: { } days })
        {
            var due = project.Clock.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            _timeline.Set(plan.Created + (0.5 * (project.Clock.End - plan.Created)), "duedate", new FieldValue(due, due), author);
        }
    }

    private ImmutableArray<SampleComment> Comments(PlannedItem plan, string id, Chance chance)
    {
        var texts = plan.Seed.Comments;
        var from = plan.Started ?? plan.Created;
        var to = plan.Finished ?? project.Clock.End;
        var accounts = Accounts.Of(project.Team);
        return
        [
            .. texts.Select((text, i) =>
            {
                var (anybody, meanwhile) = (chance.Pick(accounts), from + ((to - from) * (i + chance.Between(0.2, 0.9)) / texts.Length));
                return new SampleComment(
                    FormattableString.Invariant($"{id}{i + 1}"),
                    text.By is { } by ? accounts[by] : anybody,
                    project.Clock.At(text.After is { } days ? to + days : meanwhile),
                    new SampleText([new SampleBlock(SampleBlockKind.Paragraph, text.Text) { Mention = text.To is { } whom ? accounts[whom] : null }]));
            }),
        ];
    }
}
