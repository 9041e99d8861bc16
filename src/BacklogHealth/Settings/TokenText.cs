using System.Text.RegularExpressions;

namespace BacklogHealth.Settings;

/// <summary>What a token can be made of. It travels in a header, which holds visible signs of ASCII alone; a slip in copying is told before it is sent.</summary>
internal static partial class TokenText
{
    /// <summary>What is wrong with a text that is to be a token, without a word of it; null where it may be one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isPassword">True where it is the password of a user, which may hold any sign but those that control.</param>
    public static TokenFlaw? Find(string text, bool isPassword) =>
        Placeholder().IsMatch(text) ? new("the name of a variable", "the token itself, since settings do not fill in variables", "Set the variable BACKLOGHEALTH__Connections__0__Token to the token, or put it into a file and name that in TokenFile")
        : text.Any(char.IsControl) ? Of("a text with a line break or another sign that cannot be seen")
        : isPassword ? null
        : text.Any(char.IsWhiteSpace) ? Of("a text with a space in it")
        : text.Any(c => c > '~') ? Of("a text with signs beyond ASCII")
        : null;

    private static TokenFlaw Of(string found) => new(found, "a token, which is made of letters, digits and signs of ASCII alone", "Copy it anew: all of it, and nothing else");

    [GeneratedRegex(@"^(\$\{[^{}]+\}|\$\([^()]+\)|\$\{\{[^{}]+\}\}|%\w+%)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}

/// <summary>What is wrong with a token, as the parts of a sentence.</summary>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Todo">What to do.</param>
internal sealed record TokenFlaw(string Found, string Expected, string Todo);
