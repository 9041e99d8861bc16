using System.CommandLine;
using System.Globalization;

namespace BacklogHealth.Commands;

/// <summary>Takes what an option gives, asks for it on a terminal until the answer can be used, or says what is missing.</summary>
internal sealed class InitQuestions(Call call)
{
    private const int MostShown = 30;
    private bool _asked;
    private bool _ended;

    /// <summary>True where something was asked, so that another answer may lead further; false once nobody answers any more.</summary>
    public bool MayRepeat => _asked && !_ended;

    /// <summary>A text: the option's, or the answer to a question.</summary>
    /// <param name="option">The option.</param>
    /// <param name="question">What is asked where it is not given.</param>
    /// <param name="check">Throws a <see cref="UserError"/> for an answer that cannot be used; it is told, and the question is asked again.</param>
    /// <param name="usual">What an empty answer stands for; "" where there must be one.</param>
    /// <exception cref="UserError">There is nobody to ask, or nothing was answered.</exception>
    public string For(Option<string?> option, string question, Action<string>? check = null, string usual = "")
    {
        if (call.Get(option) is { Length: > 0 } given)
        {
            check?.Invoke(given);
            return given;
        }

        if (!call.MayAsk)
        {
            throw Missing(option, $"{char.ToLowerInvariant(question[0])}{question[1..]}");
        }

        while (true)
        {
            call.Host.Error.Write($"{question}{(usual.Length > 0 ? $" (Enter for {usual})" : "")}: ");
            var answer = Read(option) is { Length: > 0 } typed ? typed : usual;
            try
            {
                if (answer.Length > 0)
                {
                    check?.Invoke(answer);
                    return answer;
                }
            }
            catch (UserError e)
            {
                call.Screen.Warn(e.Message);
            }
        }
    }

    /// <summary>One of several things, by its number in a list or by its name.</summary>
    /// <param name="option">The option that would have named it.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="candidates">The things; at least one.</param>
    /// <param name="show">A thing as the list shows it.</param>
    /// <param name="names">What a thing may be called in an answer, whatever the case.</param>
    /// <exception cref="UserError">There is nobody to ask, or nobody answers.</exception>
    public T Choose<T>(Option<string?> option, string question, IReadOnlyList<T> candidates, Func<T, string> show, Func<T, IEnumerable<string>> names)
    {
        var rest = candidates.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $" and {candidates.Count - MostShown} more") : "";
        var shown = candidates.Take(MostShown).Select(show).ToList();
        if (!call.MayAsk)
        {
            throw Missing(option, $"one of: {string.Join(", ", shown)}{rest}");
        }

        for (var i = 0; i < shown.Count; i++)
        {
            call.Host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1,4}  {shown[i]}"));
        }

        while (true)
        {
            call.Host.Error.Write(string.Create(CultureInfo.InvariantCulture, $"{question} (its number or name{rest}): "));
            var answer = Read(option);
            // A project may be called "3": a name wins over a number. Where two are called the same, the number tells them apart.
            var named = candidates.Where(c => names(c).Contains(answer, StringComparer.OrdinalIgnoreCase)).Take(2).ToList();
            if (named.Count == 1)
            {
                return named[0];
            }

            if (int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= shown.Count)
            {
                return candidates[number - 1];
            }

            call.Screen.Warn(named.Count > 1 ? $"Several are called '{answer}'. Type the number of one." : $"There is no '{answer}' among them. Type the number or the name of one.");
        }
    }

    private string Read(Option<string?> option)
    {
        _asked = true;
        if (call.Host.Input.ReadLine() is { } line)
        {
            return line.Trim();
        }

        _ended = true;
        throw UserError.Usage($"backlog-health init: {option.Name} was left empty. Start again when you have it.");
    }

    private static UserError Missing(Option<string?> option, string expected) =>
        UserError.Usage($"backlog-health init: {option.Name} is missing, and there is nobody to ask. Expected {expected}. Add {option.Name}.");
}
