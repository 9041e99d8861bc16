namespace BacklogHealth.Commands;

/// <summary>One line of the doctor.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Code">0 where it is well, or well enough to work with.</param>
/// <param name="Found">What was found; "" where nothing could be.</param>
/// <param name="Todo">What to do, as a sentence; null where there is nothing to do.</param>
internal sealed record DoctorCheck(string What, ExitCode Code, string Found, string? Todo)
{
    /// <summary>The line as people read it.</summary>
    public string Line => this switch
    {
        { Code: not ExitCode.Done } => $"MEND  {What}: {Said()}",
        { Todo: not null } => $"NOTE  {What}: {Said()}",
        _ => $"OK    {What}: {Found}",
    };

    /// <summary>Something that is well.</summary>
    public static DoctorCheck Well(string what, string found) => new(what, ExitCode.Done, found, null);

    /// <summary>Something that is well enough to work with, with a word on how to make it better.</summary>
    public static DoctorCheck Note(string what, string found, string todo) => new(what, ExitCode.Done, found, todo);

    /// <summary>Looks, and turns every known fault into a line.</summary>
    public static async Task<DoctorCheck> Look(string what, Func<Task<string>> look)
    {
        try
        {
            return Well(what, await look());
        }
        catch (Exception e) when (Faults.Explain(e) is { } known)
        {
            return new DoctorCheck(what, known.Code, "", known.Message);
        }
    }

    private string Said() => Found.Length == 0 ? Todo! : $"{Found}. {Todo}";
}
