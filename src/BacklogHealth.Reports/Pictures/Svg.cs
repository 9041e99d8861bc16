using System.Text;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Pictures;

/// <summary>Writes a small picture as inline SVG. Colours come from the page's style by class, so that one picture serves light and dark.</summary>
internal sealed class Svg(Voice voice, double width, double height)
{
    private readonly StringBuilder _body = new();

    public void Rectangle(double x, double y, double w, double h, string look, double round = 0) =>
        _body.Append(Say.Text($"<rect class=\"{look}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{w:0.#}\" height=\"{h:0.#}\" rx=\"{round:0.#}\"/>"));

    public void Circle(double x, double y, double radius, string look) =>
        _body.Append(Say.Text($"<circle class=\"{look}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\"/>"));

    public void Line(double x1, double y1, double x2, double y2, string look) =>
        _body.Append(Say.Text($"<line class=\"{look}\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>"));

    public void Path(string data, string look) => _body.Append(Say.Text($"<path class=\"{look}\" d=\"{data}\"/>"));

    /// <param name="x">Where the text begins, has its middle or ends.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">Any text; it is encoded here.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="look">Class; none for axis labels.</param>
    public void Text(double x, double y, Sentence text, string anchor = "start", string look = "")
    {
        var kind = look.Length == 0 ? "" : $" class=\"{look}\"";
        _body.Append(Say.Text($"<text{kind} x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{HtmlPage.Encode(voice.Plain(text))}</text>"));
    }

    /// <summary>What a standing line means, on the side of it that has room.</summary>
    /// <param name="x">Where the line stands.</param>
    /// <param name="y">The base line of the text.</param>
    /// <param name="text">Any text; it is encoded here.</param>
    /// <param name="right">True for the right side.</param>
    public void Beside(double x, double y, Sentence text, bool right) => Text(right ? x + 6 : x - 6, y, text, right ? "start" : "end", "on");

    /// <summary>The finished picture.</summary>
    public SvgPicture Picture(Sentence alt, string look = "") => new(
        Say.Text($"<svg class=\"{("small " + look).TrimEnd()}\" viewBox=\"0 0 {width:0.#} {height:0.#}\" role=\"img\" aria-label=\"{HtmlPage.Encode(voice.Plain(alt))}\">{_body}</svg>"), alt);
}
