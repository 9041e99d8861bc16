using System.Globalization;
using System.Text;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Anonymising;

/// <summary>
/// Replaces words by made-up ones as long as they are, and numbers by others of as many digits: the same by the same, whatever its case, in the order in which they first came up.
/// An end that the rules know ("-s", "-ing", "-ung") stays, so that "voucher" and "vouchers" still belong together. Mutable, for one thread.
/// </summary>
internal sealed class MadeUpWords
{
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";

    /// <summary>Shares no factor with the number of words of any length, so that all of them come up, and none beside its neighbour.</summary>
    private const long Step = 7919;

    private const char LastLatin = '\u024F';

    // The first letter of what a script's words are made of: twenty-four follow in each. Whatever else there is becomes signs of Chinese.
    private static readonly (char First, char Last, char Base)[] Scripts = [('\u0370', '\u03FF', '\u03B1'), ('\u0400', '\u052F', '\u0430'), ('\u0590', '\u05FF', '\u05D0'), ('\u0600', '\u06FF', '\u0628')];
    private const char OtherScripts = '\u4E00';
    private const int LettersOfScript = 24;

    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, long> _used = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<int, long> _usedNumbers = [];

    /// <summary>How many different words were replaced.</summary>
    public int Count => _stems.Count;

    /// <summary>Another word for a run of letters, in its case.</summary>
    public string Word(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var lower = word.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var end = KnownWords.EndOf(lower);
        var stem = lower[..^end.Length];
        if (!_stems.TryGetValue(stem, out var made))
        {
            _stems[stem] = made = stem.FirstOrDefault(char.IsLetter) is var letter && letter > LastLatin ? OfScript(letter, stem.Length) : New(stem.Length);
        }

        return InCaseOf(word, made + end);
    }

    /// <summary>Another number for a run of digits, as long as it is.</summary>
    public string Number(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (!_numbers.TryGetValue(digits, out var made))
        {
            var used = _usedNumbers[digits.Length] = _usedNumbers.GetValueOrDefault(digits.Length) + 1;
            // What has more digits than a whole number can hold is filled up with nines.
            var length = Math.Min(digits.Length, 15);
            var least = (long)Math.Pow(10, length - 1);
            made = (least + (used * Step % (9 * least))).ToString(CultureInfo.InvariantCulture).PadRight(digits.Length, '9');
            _numbers[digits] = made;
        }

        return made;
    }

    private string New(int length)
    {
        for (var letters = Math.Max(1, length); ; letters++)
        {
            var words = WordsOf(letters);
            while (_used.GetValueOrDefault(letters) < words)
            {
                var used = _used[letters] = _used.GetValueOrDefault(letters) + 1;
                var word = Spell(used * Step % words, letters);
                if (!KnownWords.Holds(word) && _taken.Add(word))
                {
                    return word;
                }
            }
        }
    }

    // Consonants and vowels by turns. More than a few million of a length are never needed.
    private static long WordsOf(int letters)
    {
        var words = 1L;
        for (var i = 0; i < Math.Min(letters, 8); i++)
        {
            words *= (i % 2 == 0 ? Consonants : Vowels).Length;
        }

        return words;
    }

    private static string Spell(long index, int letters)
    {
        var word = new char[letters];
        for (var i = 0; i < letters; i++)
        {
            var from = i % 2 == 0 ? Consonants : Vowels;
            word[i] = from[(int)(index % from.Length)];
            index /= from.Length;
        }

        return new string(word);
    }

    private string OfScript(char letter, int length)
    {
        var first = Scripts.FirstOrDefault(s => letter >= s.First && letter <= s.Last, (default, default, OtherScripts)).Item3;
        var word = new char[length];
        for (long i = 0, index = _stems.Count + 1; i < length; i++, index /= LettersOfScript)
        {
            word[i] = (char)(first + (index % LettersOfScript));
        }

        return new string(word);
    }

    private static string InCaseOf(string word, string made)
    {
        if (word.Length > 1 && !word.Any(char.IsLower))
        {
            return word.Any(char.IsUpper) ? made.ToUpperInvariant() : made;
        }

        var letters = made.ToCharArray();
        for (var i = 0; i < Math.Min(word.Length, letters.Length); i++)
        {
            letters[i] = char.IsUpper(word[i]) ? char.ToUpperInvariant(letters[i]) : letters[i];
        }

        return new string(letters);
    }
}
