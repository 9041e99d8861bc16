using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>Finds the words that the code puts into a text, as far as they can be followed: through constants, variables, choices, joins and the project's own methods.</summary>
/// <param name="room">The sources.</param>
internal sealed class Literals(SourceRoom room)
{
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>The first words of the code that an expression may hold; null where all of it is data.</summary>
    public string? WordsIn(SyntaxNode? text) => text switch
    {
        null => null,
        ParenthesizedExpressionSyntax p => WordsIn(p.Expression),
        CastExpressionSyntax c => WordsIn(c.Expression),
        PostfixUnaryExpressionSyntax p => WordsIn(p.Operand),
        ConditionalExpressionSyntax c => WordsIn(c.WhenTrue) ?? WordsIn(c.WhenFalse),
        SwitchExpressionSyntax s => First(s.Arms.Select(a => a.Expression)),
        BinaryExpressionSyntax b when b.IsKind(SyntaxKind.AddExpression) || b.IsKind(SyntaxKind.CoalesceExpression) => WordsIn(b.Left) ?? WordsIn(b.Right),
        CollectionExpressionSyntax c => First(c.Elements.Select(e => e is ExpressionElementSyntax x ? x.Expression : ((SpreadElementSyntax)e).Expression)),
        LambdaExpressionSyntax l => First(Returned(l)),
        LiteralExpressionSyntax l => l.IsKind(SyntaxKind.StringLiteralExpression) ? Words(l.Token.ValueText) : null,
        InterpolatedStringExpressionSyntax i => EnglishSentence.IsSentence(Model(i), i) ? null : First(i.Contents),
        InterpolatedStringTextSyntax t => Words(t.TextToken.ValueText),
        InterpolationSyntax p => WordsIn(p.Expression),
        InvocationExpressionSyntax i => Constant(i) ?? Declared(i) ?? (i.Expression is MemberAccessExpressionSyntax m ? Text(m.Expression) : null) ?? First(i.ArgumentList.Arguments.Select(a => a.Expression).Where(IsTextOrMaker)),
        ExpressionSyntax e => Constant(e) ?? Declared(e),
        _ => null,
    };

    // What is asked of something that is no text, such as a name of a type, is not looked into.
    private string? Text(ExpressionSyntax receiver) => IsTextOrMaker(receiver) ? WordsIn(receiver) : null;

    private bool IsTextOrMaker(ExpressionSyntax expression) => expression is LambdaExpressionSyntax
        || Model(expression).GetTypeInfo(expression).Type is { } type && (type.SpecialType == SpecialType.System_String || type.AllInterfaces.Append(type).Any(i => i is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } e && e.TypeArguments[0].SpecialType == SpecialType.System_String));

    private string? First(IEnumerable<SyntaxNode> all) => all.Select(WordsIn).FirstOrDefault(w => w is not null);

    private string? Constant(ExpressionSyntax expression) => Model(expression).GetConstantValue(expression) is { HasValue: true, Value: string text } ? Words(text) : null;

    // Only what the project itself declares can be read: its variables, fields, properties and methods.
    private string? Declared(ExpressionSyntax expression)
    {
        if (Model(expression).GetSymbolInfo(expression).Symbol is not { } symbol || symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol or IMethodSymbol) || !_seen.Add(symbol))
        {
            return null;
        }

        return First(symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).SelectMany(Returned));
    }

    private static IEnumerable<ExpressionSyntax> Returned(SyntaxNode declared) => declared switch
    {
        VariableDeclaratorSyntax { Initializer.Value: { } value } => [value],
        PropertyDeclarationSyntax { ExpressionBody.Expression: { } body } => [body],
        PropertyDeclarationSyntax p => [.. (p.Initializer is { } i ? [i.Value] : Array.Empty<ExpressionSyntax>()), .. p.AccessorList is { } list ? Returns(list) : []],
        MethodDeclarationSyntax { ExpressionBody.Expression: { } body } => [body],
        LocalFunctionStatementSyntax { ExpressionBody.Expression: { } body } => [body],
        LambdaExpressionSyntax { ExpressionBody: { } body } => [body],
        BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax => Returns(declared),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Returns(SyntaxNode body) => body.DescendantNodes().SelectMany(n => n switch
    {
        ReturnStatementSyntax { Expression: { } value } => [value],
        YieldStatementSyntax { Expression: { } value } => [value],
        ArrowExpressionClauseSyntax arrow => [arrow.Expression],
        _ => Array.Empty<ExpressionSyntax>(),
    });

    private SemanticModel Model(SyntaxNode node) => room.FileOf(node.SyntaxTree);

    // Signs, single letters and units of one letter are the same in every language.
    private static string? Words(string text) => text.Split([.. text.Where(c => !char.IsLetter(c)).Distinct()]).Any(w => w.Length > 1) ? text : null;
}
