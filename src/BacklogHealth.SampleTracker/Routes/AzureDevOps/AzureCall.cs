namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>A call that is made on an Azure DevOps.</summary>
/// <param name="Site">The organisation or collection.</param>
/// <param name="Version">The version of the interface that was asked for.</param>
/// <param name="Plain">The call.</param>
internal sealed record AzureCall(AzureSite Site, ApiVersion Version, Call Plain) : Call(Plain)
{
    /// <summary>The project that the path names, by name or id; null where the call is about the whole organisation.</summary>
    /// <exception cref="AzureRefusal">There is none, or the account may not see it.</exception>
    public AzureProject? Project => Path("project") is { Length: > 0 } name ? Site.FindProject(name) ?? throw AzureRefusal.NoProject(name) : null;

    /// <summary>The project that the path names, with the team it names.</summary>
    /// <exception cref="AzureRefusal">There is none, or the account may not see it.</exception>
    public AzureProject Team
    {
        get
        {
            var project = Project!;
            var team = Path("team");
            return team.Length == 0 || project.IsTeam(team) ? project : throw AzureRefusal.NoTeam(team);
        }
    }

    /// <summary>A page of a list by <c>$top</c> and <c>$skip</c>.</summary>
    public IEnumerable<T> Page<T>(IEnumerable<T> all, int usual) => all.Skip(Math.Max(0, Number("$skip", 0))).Take(PageSize(usual, usual, "$top"));
}

/// <summary>A route of an Azure DevOps.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">Path with <c>{placeholders}</c>.</param>
/// <param name="Handle">What it answers; throws <see cref="AzureRefusal"/> where it refuses.</param>
internal sealed record AzureRoute(string Method, string Template, Func<AzureCall, Answer> Handle)
{
    /// <summary>Whether it answers without credentials, as pages for people do here.</summary>
    public bool Open { get; init; }

    /// <summary>Whether it is served as a preview only, so that a version without the word is refused.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The same path of an area for the whole organisation and for one project.</summary>
    public static IEnumerable<AzureRoute> Anywhere(string method, string path, Func<AzureCall, Answer> handle) =>
        [new(method, "/_apis/" + path, handle), new(method, "/{project}/_apis/" + path, handle)];

    /// <summary>The path of an area for a team, named or the project's only one.</summary>
    public static IEnumerable<AzureRoute> OfTeam(string method, string path, Func<AzureCall, Answer> handle) =>
        [new(method, "/{project}/_apis/" + path, handle), new(method, "/{project}/{team}/_apis/" + path, handle)];
}
