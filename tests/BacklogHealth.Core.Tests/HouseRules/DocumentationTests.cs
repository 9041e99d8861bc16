using System.Xml.Linq;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.HouseRules;

/// <summary>The compiler asks for words at every public member of Core; it does not ask for them at the members that a record declares in its head.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Every_member_that_a_record_declares_in_its_head_says_what_it_is()
    {
        var core = typeof(WorkItem).Assembly;
        var said = XDocument.Load(Path.ChangeExtension(core.Location, ".xml")).Descendants("param")
            .Where(p => !string.IsNullOrWhiteSpace(p.Value) || p.HasElements)
            .Select(p => $"{TypeOf(p.Parent!.Attribute("name")!.Value)} {p.Attribute("name")!.Value}")
            .ToHashSet(StringComparer.Ordinal);
        var heads = core.GetExportedTypes().SelectMany(Head).ToList();

        Assert.Contains("BacklogHealth.Core.WorkItems.FieldChange AuthorId", heads);
        Assert.Empty(heads.Except(said, StringComparer.Ordinal));
    }

    // Where a constructor's parameters are properties, all of the same names, it is the head of a record.
    private static IEnumerable<string> Head(Type type) => type.GetConstructors()
        .Where(c => c.GetParameters() is { Length: > 0 } parameters && Array.TrueForAll(parameters, p => type.GetProperty(p.Name!) is not null))
        .SelectMany(c => c.GetParameters().Select(p => $"{type.FullName} {p.Name}"));

    private static string TypeOf(string member) => member[2..].Split(".#ctor", 2)[0];
}
