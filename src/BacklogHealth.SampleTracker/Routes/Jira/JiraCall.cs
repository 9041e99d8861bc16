namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>A call that is made on a Jira.</summary>
/// <param name="Site">The site.</param>
/// <param name="Plain">The call.</param>
internal sealed record JiraCall(JiraSite Site, Call Plain) : Call(Plain)
{
    /// <summary>Whether the index of searches knows an issue by now; <see cref="SampleServerOptions.IndexDelay"/>.</summary>
    public bool Finds(JiraIssue issue) => issue.Item.Updated + Site.IndexDelay <= Now || Site.IndexDelay == TimeSpan.Zero;
}

/// <summary>A route of a Jira.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">Path with <c>{placeholders}</c>.</param>
/// <param name="Handle">What it answers; throws <see cref="JiraRefusal"/> where it refuses.</param>
/// <param name="Open">Whether it answers without credentials.</param>
internal sealed record JiraRoute(string Method, string Template, Func<JiraCall, Answer> Handle, bool Open = false);
