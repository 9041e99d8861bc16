using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports;

/// <summary>Reports as an e-mail: the first page of each, in two forms that say the same; the whole report goes with it or is linked.</summary>
/// <param name="Subject">One line of fewer than 78 characters, without control characters.</param>
/// <param name="Html">At most 90,000 bytes as UTF-8; legible where styles and pictures are dropped.</param>
/// <param name="Text">The same sentences as plain text, at most 76 characters a line but for addresses.</param>
/// <param name="Pictures">The pictures of the HTML form, in order; at most three.</param>
public sealed record MailPage(string Subject, string Html, string Text, ImmutableArray<MailPicture> Pictures);

/// <summary>A picture that stands in the HTML by its content id.</summary>
/// <param name="ContentId">As it stands behind <c>cid:</c>, without angle brackets. Never twice in one mail.</param>
/// <param name="Png">At twice the size at which it is shown, on paper of its own, so that it can be seen on any background.</param>
/// <param name="Width">As shown, in CSS pixels.</param>
/// <param name="Height">As shown, in CSS pixels.</param>
public sealed record MailPicture(string ContentId, byte[] Png, int Width, int Height);

/// <summary>What only the sender knows of a mail.</summary>
/// <param name="Opening">What is said before the first number, such as that the report is late.</param>
/// <param name="ReportLink">Where the whole report is; null for nowhere. Anything but a web address is left out.</param>
/// <param name="Attached">Names of the files that go with the mail.</param>
public sealed record MailNotes(ImmutableArray<Sentence> Opening, string? ReportLink, ImmutableArray<string> Attached);

/// <summary>Writes several reports as one e-mail.</summary>
public static class MailPages
{
    /// <summary>The first pages of several reports, one below the other, under one subject. Where there is not room for all, each has its share.</summary>
    /// <param name="reports">In the order in which they stand.</param>
    /// <param name="notes">What only the sender knows.</param>
    /// <exception cref="ArgumentException">There is no report.</exception>
    public static MailPage Join(IReadOnlyList<RenderedReport> reports, MailNotes notes)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(notes);
        return reports.Count > 0
            ? MailWriter.Write([.. reports.Select(r => r.Content)], notes)
            : throw new ArgumentException("A mail has one report or more; found none.", nameof(reports));
    }
}
