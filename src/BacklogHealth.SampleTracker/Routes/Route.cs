namespace BacklogHealth.SampleTracker.Routes;

/// <summary>A route: a pure function from a call to an answer.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">Path with <c>{placeholders}</c>.</param>
/// <param name="Handle">What it answers; throws <see cref="JiraCloud.JiraRefusal"/> where it refuses.</param>
/// <param name="Open">Whether it answers without credentials.</param>
internal sealed record Route(string Method, string Template, Func<Call, Answer> Handle, bool Open = false);
