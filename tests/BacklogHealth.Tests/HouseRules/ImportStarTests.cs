using System.Xml.Linq;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.HouseRules;

/// <summary>Who may import whom. The compiler holds it, since each project sees only what it names; this test holds what they name.</summary>
public class ImportStarTests
{
    private static readonly Dictionary<string, string[]> May = new(StringComparer.Ordinal)
    {
        ["BacklogHealth.Core"] = [],
        ["BacklogHealth.Connectors"] = ["BacklogHealth.Core"],
        ["BacklogHealth.Learning"] = ["BacklogHealth.Core"],
        ["BacklogHealth.Storage"] = ["BacklogHealth.Core"],
        ["BacklogHealth.Reports"] = ["BacklogHealth.Core"],
        ["BacklogHealth.SampleTracker"] = [],
        ["BacklogHealth"] = ["BacklogHealth.Connectors", "BacklogHealth.Core", "BacklogHealth.Learning", "BacklogHealth.Reports", "BacklogHealth.SampleTracker", "BacklogHealth.Storage"],
    };

    [Fact]
    public void Every_room_imports_exactly_what_the_star_allows()
    {
        var found = Projects().ToDictionary(p => p.Name, p => p.References("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

        Assert.Equal(May.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(found, f => Assert.Equal(May[f.Key], f.Value));
    }

    [Fact]
    public void Core_names_no_package() =>
        Assert.Empty(Projects().Single(p => p.Name == "BacklogHealth.Core").References("PackageReference"));

    private static IEnumerable<Project> Projects() =>
        Directory.GetFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories).Select(f => new Project(Path.GetFileNameWithoutExtension(f), XDocument.Load(f)));

    private sealed record Project(string Name, XDocument Xml)
    {
        public IEnumerable<string> References(string kind) => Xml.Descendants(kind).Select(e => (string)e.Attribute("Include")!);
    }
}
