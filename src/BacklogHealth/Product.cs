namespace BacklogHealth;

/// <summary>What the program says of itself.</summary>
internal static class Product
{
    /// <summary>Its version, for footers and snapshots.</summary>
    public static string Version { get; } = typeof(Product).Assembly.GetName().Version!.ToString(3);
}
