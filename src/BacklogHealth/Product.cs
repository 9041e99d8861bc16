namespace BacklogHealth;

/// <summary>What the program says of itself.</summary>
internal static class Product
{
    /// <summary>Its version, for footers and snapshots.</summary>
    public static string Version { get; } = typeof(Product).Assembly.GetName().Version!.ToString(3);

    /// <summary>How the user can call the program as it was called: from a clone through the SDK, else by its name.</summary>
    public static string CommandLine { get; } = AppContext.BaseDirectory.Replace('\\', '/').Contains("/artifacts/bin/", StringComparison.Ordinal)
        ? "dotnet run --project src/BacklogHealth -c Release --"
        : "backlog-health";
}
