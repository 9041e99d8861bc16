using System.Collections.Concurrent;
using BacklogHealth.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>The sources of a project as the compiler understands them: what type each expression has, and what it is converted to.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Compilation">The compiled sources.</param>
internal sealed record SourceRoom(string Project, CSharpCompilation Compilation)
{
    // As they build upon each other: a project does not see itself and those behind it as libraries.
    private static readonly string[] Projects = ["BacklogHealth.Core", "BacklogHealth.Reports"];

    private static readonly Dictionary<string, Lazy<SourceRoom>> Rooms = Projects.ToDictionary(p => p, p => new Lazy<SourceRoom>(() => Read(p)), StringComparer.Ordinal);

    private static readonly Lazy<List<(string Name, MetadataReference Library)>> Libraries = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(l => (Path.GetFileNameWithoutExtension(l), (MetadataReference)MetadataReference.CreateFromFile(l)))]);

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _files = new();

    /// <summary>A project of the repository, with the libraries of this test; read once.</summary>
    public static SourceRoom Of(string project) => Rooms[project].Value;

    /// <summary>Some sources as if they were a project that builds upon Core.</summary>
    public static SourceRoom OfSources(params (string File, string Text)[] sources) => Of(Projects[1], sources);

    /// <summary>Each file with what the compiler knows of it.</summary>
    public IEnumerable<SemanticModel> Files => Compilation.SyntaxTrees.Select(FileOf);

    /// <summary>The same for one file.</summary>
    public SemanticModel FileOf(SyntaxTree tree) => _files.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));

    /// <summary>Where something stands, for example <c>src/A.cs(12)</c>.</summary>
    public static string Place(SyntaxNode node) => FormattableString.Invariant($"{node.SyntaxTree.FilePath}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})");

    private static SourceRoom Read(string project)
    {
        var files = Directory.GetFiles(Repository.Path("src", project), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return Of(project, files.Select(f => (Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), File.ReadAllText(f))));
    }

    private static SourceRoom Of(string project, IEnumerable<(string File, string Text)> sources)
    {
        var trees = sources.Append(("ImplicitUsings.cs", ImplicitUsings)).Select(s => CSharpSyntaxTree.ParseText(s.Item2, path: s.Item1));
        var above = Projects.SkipWhile(p => p != project);
        return new(project, CSharpCompilation.Create(
            project, trees, Libraries.Value.Where(l => !above.Contains(l.Name, StringComparer.Ordinal)).Select(l => l.Library),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));
    }
}
