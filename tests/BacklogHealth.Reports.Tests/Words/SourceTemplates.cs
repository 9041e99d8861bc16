using System.Text;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>The templates of all sentences that the source can say, read from its interpolated strings as the compiler does.</summary>
internal static class SourceTemplates
{
    /// <summary>What an interpolated string behind these is for: no sentence, or one that a program's error says in English.</summary>
    private static readonly string[] NoSentence = ["Text(", "Exception(", "Source(", " Id => "];

    /// <summary>Every template of one file, in order, those within places of others included.</summary>
    public static IReadOnlyList<string> Of(string code)
    {
        var found = new List<string>();
        for (var at = 0; at < code.Length; at++)
        {
            Step(code, ref at, found);
        }

        return found;
    }

    // One character of code, or all of a comment, a string or a sign.
    private static void Step(string code, ref int at, List<string> found)
    {
        switch (code[at])
        {
            case '/' when Next(code, at) == '/':
                at = code.IndexOf('\n', at);
                break;
            case '\'':
                at += code[at + 1] == '\\' ? 3 : 2;
                break;
            case '$' when Next(code, at) == '"':
                var sentence = !NoSentence.Any(code[..at].EndsWith);
                at++;
                Interpolated(code, ref at, found, sentence);
                break;
            case '"':
                for (at++; code[at] != '"'; at++)
                {
                    at += code[at] == '\\' ? 1 : 0;
                }

                break;
        }
    }

    private static void Interpolated(string code, ref int at, List<string> found, bool sentence)
    {
        var (template, places) = (new StringBuilder(), 0);
        for (at++; code[at] != '"'; at++)
        {
            if (code[at] == '{' && Next(code, at) != '{')
            {
                template.Append('{').Append(places++).Append(Place(code, ref at, found)).Append('}');
                continue;
            }

            var doubled = code[at] is '{' or '}';
            var escaped = code[at] == '\\';
            at += doubled || escaped ? 1 : 0;
            template.Append(code[at], doubled ? 2 : 1);
        }

        if (sentence)
        {
            found.Add(template.ToString());
        }
    }

    // Skips the expression, with the sentences in it; gives the form of the place, with its colon.
    private static string Place(string code, ref int at, List<string> found)
    {
        var deep = 0;
        for (at++; deep > 0 || code[at] is not ('}' or ':'); at++)
        {
            deep += code[at] is '(' or '[' or '{' ? 1 : code[at] is ')' or ']' or '}' ? -1 : 0;
            Step(code, ref at, found);
        }

        var end = code.IndexOf('}', at);
        var form = code[at..end];
        at = end;
        return form;
    }

    private static char Next(string code, int at) => at + 1 < code.Length ? code[at + 1] : '\0';
}
