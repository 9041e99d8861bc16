namespace BacklogHealth.Core.Models;

/// <summary>One word, or two in a row, of a text, in the form in which models know it, and where it stands.</summary>
/// <param name="Id">Stands for the form: the hash of its name, see <see cref="IdOf"/>.</param>
/// <param name="Field">Number of the field, as the reader of the text counts them.</param>
/// <param name="Start">First UTF-16 unit in the field's plain text.</param>
/// <param name="Length">Number of UTF-16 units.</param>
public readonly record struct Term(ulong Id, int Field, int Start, int Length)
{
    /// <summary>The id of a name.</summary>
    public static ulong IdOf(ReadOnlySpan<char> name) => Fnv.More(Fnv.Basis, name);

    /// <summary>The id of a name that goes on behind what an id stands for, so that no name has to be put together.</summary>
    public static ulong More(ulong id, ReadOnlySpan<char> name) => Fnv.More(id, name);
}
