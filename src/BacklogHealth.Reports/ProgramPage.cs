using System.Collections.Immutable;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports;

/// <summary>A page of the program itself, such as what ran and what is next: plain words in the look of the reports, without any script.</summary>
/// <param name="Title">What it has found.</param>
/// <param name="Lead">As of when, from what.</param>
/// <param name="Blocks">What it says, from top to bottom.</param>
public sealed record ProgramPage(string Title, string Lead, ImmutableArray<ProgramBlock> Blocks)
{
    /// <summary>The policy that goes with each such page as a header: its one style, forms to the program itself, nothing else.</summary>
    public static string Policy => ProgramHtml.Policy;

    /// <summary>Where else one can go.</summary>
    public ImmutableArray<ProgramLink> Ways { get; init; } = [];

    /// <summary>The page as HTML; every text in it is encoded.</summary>
    public string Html => ProgramHtml.Write(this);
}

/// <summary>A part of a page of the program.</summary>
public abstract record ProgramBlock;

/// <summary>A heading.</summary>
/// <param name="Text">What stands below it, as a finding.</param>
public sealed record ProgramHeading(string Text) : ProgramBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">Whole sentences.</param>
/// <param name="Marked">True for what is to be seen first.</param>
public sealed record ProgramText(string Text, bool Marked = false) : ProgramBlock;

/// <summary>A list.</summary>
/// <param name="Lines">Its lines.</param>
public sealed record ProgramList(ImmutableArray<ProgramCell> Lines) : ProgramBlock;

/// <summary>A table; on a phone each row is a card that its first cell heads.</summary>
/// <param name="Name">What it holds, for who cannot see it.</param>
/// <param name="Heads">The names of its columns.</param>
/// <param name="Rows">Its rows, each as long as there are heads.</param>
public sealed record ProgramTable(string Name, ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<ProgramCell>> Rows) : ProgramBlock;

/// <summary>A form of one button, with a secret to type in where it asks for one.</summary>
/// <param name="Action">The path that it is sent to.</param>
/// <param name="Button">What the button says.</param>
public sealed record ProgramForm(string Action, string Button) : ProgramBlock
{
    /// <summary>What it asks for; null for nothing.</summary>
    public string? Asks { get; init; }

    /// <summary>What goes along unseen, as name and value.</summary>
    public (string Name, string Value)? Along { get; init; }
}

/// <summary>Some words with the state that they tell of, and where they lead.</summary>
/// <param name="Text">The words; null or empty for none.</param>
/// <param name="State">The state; shown as a mark and a colour beside the words.</param>
/// <param name="Link">A path of the program, or an address; null where it leads nowhere.</param>
public sealed record ProgramCell(string? Text, ProgramState State = ProgramState.None, string? Link = null)
{
    /// <summary>Plain words.</summary>
    public static implicit operator ProgramCell(string? text) => ToProgramCell(text);

    /// <summary>Plain words.</summary>
    public static ProgramCell ToProgramCell(string? text) => new(text);
}

/// <summary>Where one can go.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Path">Its path.</param>
/// <param name="IsHere">True for the page itself.</param>
public sealed record ProgramLink(string Text, string Path, bool IsHere = false);

/// <summary>How it stands with something.</summary>
public enum ProgramState
{
    /// <summary>Nothing to say.</summary>
    None,

    /// <summary>As it should be.</summary>
    Keep,

    /// <summary>Not as it should be yet; it may mend by itself.</summary>
    Watch,

    /// <summary>Somebody has to look.</summary>
    Act,
}
