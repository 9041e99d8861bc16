using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BacklogHealth.Core.Sentences;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>Finds where words for a reader are put together past the sentences, so that no language could say them, or where the machine's culture would change them.</summary>
internal static partial class MakingCheck
{
    private static readonly ImmutableHashSet<string> Sayable =
        [.. new[] { typeof(string), typeof(int), typeof(long), typeof(double), typeof(DateOnly), typeof(Sentence), typeof(Run), typeof(Marked), typeof(object) }.Select(t => t.FullName!)];

    /// <summary>What is wrong in some folders.</summary>
    /// <param name="room">The sources.</param>
    /// <param name="isRead">Whether a file makes what a reader reads.</param>
    public static IEnumerable<string> Faults(SourceRoom room, Func<string, bool> isRead) =>
        room.Files.Where(f => isRead(f.SyntaxTree.FilePath)).SelectMany(file => file.SyntaxTree.GetRoot().DescendantNodes().SelectMany(node => node switch
        {
            InterpolatedStringExpressionSyntax text when EnglishSentence.IsSentence(file, text) => text.Contents.OfType<InterpolationSyntax>().SelectMany(p => InPlace(room, file, p.Expression)),
            InterpolatedStringExpressionSyntax text => PastSentences(file, text),
            InvocationExpressionSyntax call when IsDataOf(file, call) => AsData(room, call.ArgumentList),
            BaseObjectCreationExpressionSyntax made when file.GetTypeInfo(made).Type?.ToDisplayString() == typeof(Run).FullName => AsData(room, made.ArgumentList),
            InvocationExpressionSyntax call => ByCulture(file, call),
            _ => [],
        }));

    /// <summary>Texts that were written as a sentence and are none, in any file: where an overload takes a text, it is chosen for words without a place.</summary>
    public static IEnumerable<string> NotTaken(SourceRoom room) => room.Files.SelectMany(file => file.SyntaxTree.GetRoot().DescendantNodes().OfType<InterpolatedStringExpressionSyntax>()
        .Where(text => !text.Contents.OfType<InterpolationSyntax>().Any() && !EnglishSentence.IsSentence(file, text) && file.GetTypeInfo(text).ConvertedType?.SpecialType == SpecialType.System_String)
        .Select(text => $"{SourceRoom.Place(text)}: {text} is a text, though it has the sign of a sentence; expected one or the other. Write (Sentence) before it, or take the $ away."));

    private static IEnumerable<string> PastSentences(SemanticModel file, InterpolatedStringExpressionSyntax text)
    {
        var words = string.Join("{}", text.Contents.Select(c => c is InterpolatedStringTextSyntax t ? t.TextToken.ValueText : ""));
        var isMarkup = words.Contains('<', StringComparison.Ordinal) || words.Contains("=\"", StringComparison.Ordinal);
        if (!isMarkup && FreeWord().IsMatch(words) && !text.Ancestors().Any(a => IsException(file, a)))
        {
            yield return $"{SourceRoom.Place(text)}: found a text with words, {text}; expected a {nameof(Sentence)}, which a language can say. Give it that type; in a choice, write (Sentence) before the first one.";
        }

        foreach (var place in text.Contents.OfType<InterpolationSyntax>().Where(p => IsCultural(file.GetTypeInfo(text).ConvertedType) && IsFormattable(file.GetTypeInfo(p.Expression).Type) && !IsCount(file, p)))
        {
            yield return $"{SourceRoom.Place(text)}: the machine's culture writes {place.Expression} in {text}; expected the same on every machine. Format it with the invariant culture.";
        }
    }

    private static IEnumerable<string> InPlace(SourceRoom room, SemanticModel file, ExpressionSyntax value)
    {
        var type = file.GetTypeInfo(value).Type;
        if (!IsSayable(type))
        {
            yield return $"{SourceRoom.Place(value)}: a place of a sentence holds {value}, a {type?.ToDisplayString()}; expected a text, a number, a day, a sentence, a run or a list of these. Put one of them into the place.";
        }
        else if (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(ToString) } m } && EnglishSentence.IsSentence(file.GetTypeInfo(m.Expression).Type))
        {
            yield return $"{SourceRoom.Place(value)}: a place of a sentence holds {value}, which is English; expected the sentence itself. Leave ToString out.";
        }
        else if (IsOfTexts(type) && new Literals(room).WordsIn(value) is { } words)
        {
            yield return $"{SourceRoom.Place(value)}: a place of a sentence holds {value}, which may be \"{words}\"; expected data, which no language changes. Make it a {nameof(Sentence)}, or write whole sentences.";
        }
    }

    private static IEnumerable<string> AsData(SourceRoom room, BaseArgumentListSyntax? arguments)
    {
        if (arguments?.Arguments.FirstOrDefault()?.Expression is { } value && new Literals(room).WordsIn(value) is { } words)
        {
            yield return $"{SourceRoom.Place(value)}: {value} is taken for data and may be \"{words}\"; expected data, which no language changes. Make it a {nameof(Sentence)} with places.";
        }
    }

    private static IEnumerable<string> ByCulture(SemanticModel file, InvocationExpressionSyntax call)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(ToString) } m && IsFormattable(file.GetTypeInfo(m.Expression).Type)
            && !call.ArgumentList.Arguments.Any(a => file.GetTypeInfo(a.Expression).Type is { } type && type.AllInterfaces.Append(type).Any(i => i.Name == nameof(IFormatProvider))))
        {
            yield return $"{SourceRoom.Place(call)}: the machine's culture writes {call}; expected the same on every machine. Format it with the invariant culture, or put it into a sentence as it is.";
        }
    }

    private static bool IsDataOf(SemanticModel file, InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(Sentence.Data) or nameof(Sentence.Written) } m
        && file.GetSymbolInfo(m).Symbol is { ContainingType: var type } && EnglishSentence.IsSentence(type);

    private static bool IsSayable(ITypeSymbol? type) => type switch
    {
        null => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsSayable(nullable.TypeArguments[0]),
        _ => Sayable.Contains(FullName(type)) || Elements(type).Any(e => e.IsReferenceType && IsSayable(e)),
    };

    private static bool IsOfTexts(ITypeSymbol? type) => type is not null && Elements(type).Append(type).Any(t => t.SpecialType == SpecialType.System_String);

    private static IEnumerable<ITypeSymbol> Elements(ITypeSymbol type) => type.SpecialType == SpecialType.System_String ? []
        : type.AllInterfaces.Append(type).OfType<INamedTypeSymbol>().Where(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T).Select(i => i.TypeArguments[0]);

    private static string FullName(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None).WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    private static bool IsFormattable(ITypeSymbol? type)
    {
        var held = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return held is { TypeKind: not TypeKind.Enum, SpecialType: not SpecialType.System_Char } && held.AllInterfaces.Any(i => i.Name == nameof(IFormattable));
    }

    // What becomes a text at once is written by the culture; a FormattableString and the handlers of string.Create are given one.
    private static bool IsCultural(ITypeSymbol? converted) => converted?.SpecialType is SpecialType.System_String or SpecialType.System_Object;

    // Digits without a sign are the same everywhere: an id such as burn-up-1 may count.
    private static bool IsCount(SemanticModel file, InterpolationSyntax place) =>
        place.FormatClause is null && file.GetTypeInfo(place.Expression).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsException(SemanticModel file, SyntaxNode node)
    {
        var type = node is BaseObjectCreationExpressionSyntax made ? file.GetTypeInfo(made).Type : null;
        for (; type is not null; type = type.BaseType)
        {
            if (type.ToDisplayString() == typeof(Exception).FullName)
            {
                return true;
            }
        }

        return false;
    }

    // A word of two letters or more that stands free: beside a blank, and not within an id such as burn-up-1.
    [GeneratedRegex(@"(?<![^\s(“„""])\p{L}{2,}(?=\s)|(?<=\s[(“„""]?)\p{L}{2,}(?![-\w])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FreeWord();
}
