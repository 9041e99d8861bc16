using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>How a line of a mail is set.</summary>
internal enum MailTone
{
    /// <summary>The report's title.</summary>
    Title,

    /// <summary>Below it: as of when, from how many items.</summary>
    Lead,

    /// <summary>What must be known before the first number.</summary>
    Banner,

    /// <summary>Heading of a part.</summary>
    Heading,

    /// <summary>Heading inside of a part.</summary>
    Subheading,

    /// <summary>The question of an answer.</summary>
    Question,

    /// <summary>The one sentence to take away.</summary>
    Say,

    /// <summary>Reading text.</summary>
    Normal,

    /// <summary>Small print.</summary>
    Note,

    /// <summary>One of several sentences, one below the other.</summary>
    Bullet,

    /// <summary>The name of what a row of a table is about.</summary>
    Item,

    /// <summary>What else the row says.</summary>
    Seen,

    /// <summary>What to ask about it.</summary>
    Asked,

    /// <summary>At the end: where the whole report is, and what is left out here.</summary>
    Closing,

    /// <summary>A picture; its words are what it shows.</summary>
    Picture,
}

/// <summary>One line of a mail, as long as it may be.</summary>
/// <param name="Tone">How it is set.</param>
/// <param name="Words">Its words.</param>
/// <param name="Picture">The picture where it is one.</param>
internal sealed record MailLine(MailTone Tone, Line Words, MailPicture? Picture = null);

/// <summary>Lines of a mail that stand or fall together where there is not room for all.</summary>
/// <param name="Lines">The lines, in order.</param>
/// <param name="Language">The code of their language.</param>
internal sealed record MailBlock(ImmutableArray<MailLine> Lines, string Language);
