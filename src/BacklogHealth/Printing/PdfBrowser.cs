namespace BacklogHealth.Printing;

/// <summary>The browser that prints pages as PDF: the one that settings name, or the first that is found.</summary>
internal static class PdfBrowser
{
    /// <summary>Finds it.</summary>
    /// <param name="wanted">The setting <c>Reports:Browser</c>: a path, or a name on the PATH; "" to have one looked for.</param>
    /// <param name="variables">Environment variables.</param>
    /// <exception cref="UserError">There is none, or not the one that is wanted.</exception>
    public static string Find(string wanted, IReadOnlyDictionary<string, string> variables)
    {
        if (wanted.Length > 0)
        {
            return BrowserPlaces.OnPath(wanted, BrowserPlaces.ThisSystem, variables).Prepend(Path.GetFullPath(wanted)).FirstOrDefault(File.Exists)
                ?? throw new UserError(ExitCode.Failed, $"Reports:Browser: found '{wanted}', which is neither a file nor a name on the PATH. Expected the program of Chromium, Chrome or Edge, which prints PDF. Correct it, or leave it out to have one looked for.");
        }

        return BrowserPlaces.All(BrowserPlaces.ThisSystem, variables).FirstOrDefault(File.Exists)
            ?? throw new UserError(ExitCode.Failed, "No browser that prints PDF was found. Looked for Chromium, Chrome and Edge on the PATH and where they are usually installed. Install one of them, or set Reports:Browser to its program.");
    }
}
