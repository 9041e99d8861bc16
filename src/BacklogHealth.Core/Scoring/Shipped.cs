using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring;

/// <summary>What comes with the product and every scoring needs: the words of a language, and what public projects teach. Each is read when it is first asked for.</summary>
public static class Shipped
{
    /// <summary>Reads it ahead, while there is something else to wait for. Whoever needs it meanwhile waits until it is there.</summary>
    /// <param name="language">The language of the items.</param>
    public static void Read(string language)
    {
        _ = LanguageWords.For(language);
        if (language == SizeModel.PublicLanguage)
        {
            _ = SizeModel.Shipped;
        }
    }
}
