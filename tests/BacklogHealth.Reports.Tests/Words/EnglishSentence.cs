using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BacklogHealth.Core.Sentences;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>A sentence as it is written in the code.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Template">Its words with places.</param>
/// <param name="Values">What stands in each place: the expression, and what it holds.</param>
internal sealed record EnglishSentence(string Where, Template Template, ImmutableArray<(string Expression, PlaceKind Kind)> Values)
{
    /// <summary>All sentences of a project.</summary>
    public static IEnumerable<EnglishSentence> In(SourceRoom room) => room.Files.SelectMany(file => file.SyntaxTree.GetRoot().DescendantNodes()
        .OfType<InterpolatedStringExpressionSyntax>().Where(s => IsSentence(file, s)).Select(s => Of(file, s)));

    /// <summary>True where an interpolated string becomes a sentence.</summary>
    public static bool IsSentence(SemanticModel file, InterpolatedStringExpressionSyntax text) =>
        IsSentence(file.GetTypeInfo(text).ConvertedType) || (text.Parent is CastExpressionSyntax cast && IsSentence(file.GetTypeInfo(cast).Type));

    /// <summary>True for the type of sentences.</summary>
    public static bool IsSentence(ITypeSymbol? type) => type?.ToDisplayString(NullableFlowState.None) == typeof(Sentence).FullName;

    private static EnglishSentence Of(SemanticModel file, InterpolatedStringExpressionSyntax text)
    {
        var (template, values) = (new StringBuilder(), ImmutableArray.CreateBuilder<(string, PlaceKind)>());
        foreach (var content in text.Contents)
        {
            if (content is InterpolatedStringTextSyntax words)
            {
                template.Append(words.TextToken.ValueText);
            }
            else if (content is InterpolationSyntax place)
            {
                template.Append(CultureInfo.InvariantCulture, $"{{{values.Count}{(place.FormatClause is { } form ? ":" + form.FormatStringToken.ValueText : "")}}}");
                values.Add((place.Expression.ToString(), KindOf(file.GetTypeInfo(place.Expression).Type, SourceRoom.Place(place))));
            }
        }

        return new(SourceRoom.Place(text), Template.Of(template.ToString()), values.ToImmutable());
    }

    private static PlaceKind KindOf(ITypeSymbol? type, string where)
    {
        if (type is null or IErrorTypeSymbol)
        {
            throw new InvalidOperationException($"{where}: the compiler does not know what stands in this place. Mend how {nameof(SourceRoom)} reads the sources.");
        }

        var held = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return held switch
        {
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double } => PlaceKind.Number,
            { Name: nameof(DateOnly) } => PlaceKind.Day,
            _ => PlaceKind.Words,
        };
    }
}
