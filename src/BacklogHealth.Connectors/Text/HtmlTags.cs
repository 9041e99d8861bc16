using System.Collections.Frozen;

namespace BacklogHealth.Connectors.Text;

/// <summary>The elements of HTML that texts of trackers use, by what they do to the text.</summary>
internal static class HtmlTags
{
    /// <summary>Elements that stand on lines of their own.</summary>
    public static readonly FrozenSet<string> Blocks = Set(
        "address article aside body center details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend main nav p section summary table tbody thead tfoot caption");

    /// <summary>Elements whose content nobody sees.</summary>
    public static readonly FrozenSet<string> Unseen = Set("script style template head title noscript iframe object svg math canvas select textarea datalist");

    /// <summary>Elements that never have an end tag.</summary>
    public static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta source track wbr");

    /// <summary>Elements that give a text its structure: where one of them stands, the text is meant as HTML.</summary>
    public static readonly FrozenSet<string> Structure = Set("p div br ul ol li table tr td th blockquote pre h1 h2 h3 h4 h5 h6 html body section article");

    private static readonly FrozenSet<string> Inline = Set(
        "a abbr b big cite code del em font i ins kbd label mark q s samp small span strike strong sub sup tt u var li ul ol tr td th blockquote pre colgroup button picture");

    /// <summary>True where the name is one of HTML's.</summary>
    public static bool Knows(string name) => Inline.Contains(name) || Blocks.Contains(name) || Unseen.Contains(name) || Void.Contains(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
