using Microsoft.Playwright;

namespace BacklogHealth.Acceptance.Browsers;

/// <summary>A page in the browser, with everything that it complained about or asked for.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly List<string> _asked = [];

    private OpenPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, which tells of each breach of the page's own policy, faults of scripts, and dialogs.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>What was asked for besides the file itself and what it holds.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public static async Task<OpenPage> Of(IBrowserContext context, string file, Look look)
    {
        var opened = new OpenPage(context, await context.NewPageAsync());
        var address = new Uri(file).AbsoluteUri;
        opened.Page.Console += (_, message) => opened.Note(message.Type is "error" or "warning", message.Text);
        opened.Page.PageError += (_, error) => opened.Note(true, error);
        opened.Page.Dialog += (_, dialog) => opened.Note(true, $"dialog: {dialog.Message}");
        opened.Page.Popup += (_, page) => opened.Note(true, $"popup: {page.Url}");
        opened.Page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                opened._asked.Add(request.Url);
            }
        };
        await opened.LookAt(look);
        await opened.Page.GotoAsync(address);
        return opened;
    }

    /// <summary>Looks at the same page in another width and other colours; what is magnified, or runs no script, has to be opened as such.</summary>
    public async Task LookAt(Look look)
    {
        await Page.SetViewportSizeAsync(look.Width, look.Height);
        await Page.EmulateMediaAsync(new()
        {
            Media = look.Print ? Media.Print : Media.Screen,
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = look.ForcedColors ? ForcedColors.Active : ForcedColors.None,
        });
    }

    /// <summary>How far the page is wider than the window, in CSS pixels; 0 where nothing scrolls sideways.</summary>
    public Task<int> Overhang() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Opens whatever can be opened, so that all of it is looked at.</summary>
    public Task OpenDetails() => Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");

    /// <summary>Every text of a column of a table, from top to bottom, without hidden rows.</summary>
    public static Task<string[]> Cells(ILocator table, int column) =>
        table.EvaluateAsync<string[]>("(t, c) => [...t.tBodies[0].rows].filter(r => !r.hidden).map(r => r.cells[c].textContent)", column);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(bool bad, string text)
    {
        if (bad)
        {
            _complaints.Add(text);
        }
    }
}
