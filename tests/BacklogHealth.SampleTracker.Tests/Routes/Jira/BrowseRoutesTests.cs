using System.Net;

namespace BacklogHealth.SampleTracker.Tests.Routes.Jira;

public class BrowseRoutesTests
{
    [Fact]
    public async Task Anybody_can_read_an_item_as_a_page_with_everything_encoded()
    {
        await using var sample = await Sample.Start();
        sample.Client.DefaultRequestHeaders.Authorization = null;
        using var response = await sample.Client.GetAsync(new Uri("browse/CHK-1", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>Pay by voucher</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Status</dt><dd>Done</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<h4>Acceptance criteria</h4><ul><li>A voucher of 20 EUR lowers the sum by 20 EUR</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li>☑ Rounding agreed</li><li>☐ Texts translated</li></ul>", page, StringComparison.Ordinal);
        Assert.Contains("<table><tr><th>Voucher</th><th>Sum</th></tr><tr><td>20 EUR</td><td>35 EUR</td></tr></table>", page, StringComparison.Ordinal);
        Assert.Contains("<pre><code>POST /vouchers &lt;b&gt;</code></pre>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_markup_stays_text()
    {
        await using var sample = await Sample.Start();
        var page = await sample.Client.GetStringAsync(new Uri("browse/CHK-3", UriKind.Relative));
        Assert.Contains("<h1>Voucher &lt;script&gt;alert(1)&lt;/script&gt; breaks the basket</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_key_gives_a_page_too()
    {
        await using var sample = await Sample.Start();
        using var response = await sample.Client.GetAsync(new Uri("browse/<b>", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no item &lt;b&gt; in this sample tracker.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
