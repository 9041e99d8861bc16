namespace BacklogHealth.SampleTracker.Routes;

/// <summary>A route: a function from a call to an answer.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">Path with <c>{placeholders}</c>, without the path below which the tracker is served.</param>
/// <param name="Handle">What it answers; throws <see cref="Refusal"/> where it refuses.</param>
/// <param name="Open">Whether it answers without credentials.</param>
internal sealed record Route(string Method, string Template, Func<Call, Answer> Handle, bool Open = false);
