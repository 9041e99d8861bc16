using System.CommandLine;
using System.Globalization;

namespace BacklogHealth.Commands;

/// <summary>Takes what an option gives, asks for it on a terminal, or says what is missing.</summary>
internal sealed class InitQuestions(Call call)
{
    private const int MostShown = 30;

    /// <summary>A text: the option's, or the answer to a question.</summary>
    /// <exception cref="UserError">There is nobody to ask, or nothing was answered.</exception>
    public string For(Option<string?> option, string question)
    {
        if (call.Get(option) is { Length: > 0 } given)
        {
            return given;
        }

        if (!call.MayAsk)
        {
            throw Missing(option, $"{char.ToLowerInvariant(question[0])}{question[1..]}");
        }

        call.Host.Error.Write($"{question}: ");
        return call.Host.Input.ReadLine()?.Trim() is { Length: > 0 } answer
            ? answer
            : throw UserError.Usage($"backlog-health init: {option.Name} was left empty. Start again when you have it.");
    }

    /// <summary>One of several things, by its number in a list or by its name.</summary>
    /// <param name="option">The option that would have named it.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="candidates">The things; at least one.</param>
    /// <param name="show">A thing as the list shows it.</param>
    /// <param name="names">What a thing may be called in an answer, whatever the case.</param>
    /// <exception cref="UserError">There is nobody to ask, or the answer is none of them.</exception>
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

        call.Host.Error.Write(string.Create(CultureInfo.InvariantCulture, $"{question} (its number or name{rest}): "));
        var answer = call.Host.Input.ReadLine()?.Trim() ?? "";
        // A project may be called "3": a name wins over a number.
        return candidates.Where(c => names(c).Contains(answer, StringComparer.OrdinalIgnoreCase)).Take(1) is var named && named.Any() ? named.First()
            : int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= shown.Count ? candidates[number - 1]
            : throw UserError.Usage($"backlog-health init: found '{answer}'; expected one of: {string.Join(", ", shown)}{rest}. Start again, or add {option.Name}.");
    }

    private static UserError Missing(Option<string?> option, string expected) =>
        UserError.Usage($"backlog-health init: {option.Name} is missing, and there is nobody to ask. Expected {expected}. Add {option.Name}.");
}
