using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>Makes a line fit for a chat: no signs that hide, no breaks, no address but of the web, and no longer than anybody reads there.</summary>
internal static class ChatLine
{
    /// <summary>No sentence of ours is as long; a title or a name may be.</summary>
    public const int Longest = 600;

    // What is longer is no address that somebody opens from a chat, and would take the room of a report.
    private const int LongestLink = 500;

    /// <summary>The words of a line as they may be shown, at most so many characters.</summary>
    public static ImmutableArray<Run> Of(Line line, int most = Longest)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        foreach (var run in line.Runs)
        {
            var words = Flat(run.Text);
            var text = words.Length <= most ? words : Say.Short(words, Math.Max(most, 1));
            if (text.Length > 0)
            {
                runs.Add(run with { Text = text, Link = MailWriter.Web(run.Link) is { Length: <= LongestLink } link ? link : null });
            }

            most -= text.Length;
            if (most <= 0 || text.Length < words.Length)
            {
                break;
            }
        }

        return runs.ToImmutable();
    }

    /// <summary>Words on one line, without signs that no eye sees; spaces at the ends stay, since words stand beside them.</summary>
    public static string Flat(string text) => Say.Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '));
}
