namespace BacklogHealth.SampleTracker.Routes;

/// <summary>A call that a tracker refuses, with the answer it gives.</summary>
internal class Refusal(Answer answer) : Exception
{
    public Answer Answer { get; } = answer;
}

/// <summary>A call that cannot be read, whatever tracker it is made to; each tracker says so in its own form.</summary>
internal sealed class Unreadable(string message) : Exception(message);
