using System.Collections.Immutable;
using System.Net.Mime;
using BacklogHealth.Reports;

namespace BacklogHealth.Delivery;

/// <summary>What one subscription sends for one period: made once, the same for all its recipients.</summary>
/// <param name="Mail">The first page, as an e-mail.</param>
/// <param name="Files">The whole reports, in the forms asked for.</param>
internal sealed record Parcel(MailPage Mail, ImmutableArray<ParcelFile> Files)
{
    /// <summary>The first page, as messages of chats; null where it goes to none.</summary>
    public ChatPage? Chat { get; init; }

    /// <summary>True where nothing happened in any of its teams in the week before, and that is known.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The reports as data; null where they go nowhere as such.</summary>
    public string? Document { get; init; }
}

/// <summary>One file of a parcel.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Content">What is in it.</param>
internal sealed record ParcelFile(string Name, byte[] Content)
{
    /// <summary>What kind of file it is, for who receives it.</summary>
    public string MediaType => Path.GetExtension(Name) switch
    {
        ".html" => MediaTypeNames.Text.Html,
        ".pdf" => MediaTypeNames.Application.Pdf,
        ".json" => MediaTypeNames.Application.Json,
        ".csv" => MediaTypeNames.Text.Csv,
        ".md" => MediaTypeNames.Text.Markdown,
        _ => MediaTypeNames.Application.Octet,
    };
}
