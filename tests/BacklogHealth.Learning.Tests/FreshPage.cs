using BacklogHealth.Testing;

namespace BacklogHealth.Learning.Tests;

/// <summary>A file of the repository that the tests make: it is what they make now, or they say so. With BACKLOGHEALTH_ACCEPT=1 it is taken over.</summary>
internal static class FreshPage
{
    /// <summary>Holds a file against what was made.</summary>
    public static void Same(ITestOutputHelper output, string[] place, string made)
    {
        var file = Repository.Path(place);
        if (Environment.GetEnvironmentVariable("BACKLOGHEALTH_ACCEPT") == "1")
        {
            File.WriteAllText(file, made);
        }

        var isSame = File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == made;
        output.WriteLine(isSame ? "" : made[..Math.Min(made.Length, 4000)]);
        Assert.True(isSame, $"{string.Join('/', place)} is not what the tests make. Look at the difference; to take it over, run with BACKLOGHEALTH_ACCEPT=1.");
    }
}
