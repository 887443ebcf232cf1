using System.Net.Http.Json;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Exporting.LinkedData;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Api;

public sealed class LinkedDataTests
{
    [Fact]
    public async Task Both_selectors_of_an_annotation_lead_back_to_the_words()
    {
        await using Served served = await Narrows.ServedAsync();
        int followed = 0;
        await foreach (ArticleSummary row in served.Record.ExportArticlesAsync(default))
        {
            string text = (await served.Record.ArticleAsync(row.Article.Id, default))!.Versions[^1].Article.Text;
            JsonElement page = await served.Client.GetFromJsonAsync<JsonElement>($"/api/v1/articles/{row.Article.Id}/annotations");
            Assert.Equal(("http://www.w3.org/ns/anno.jsonld", "AnnotationPage"), (page.GetProperty("@context").GetString(), page.GetProperty("type").GetString()));
            foreach (JsonElement annotation in page.GetProperty("items").EnumerateArray())
            {
                string content = (await served.Record.AppearanceAsync(annotation.GetProperty("id").GetString()!.Split(':')[^1], default))!.Content;
                Assert.Equal(content, string.Join(" … ", annotation.GetProperty("target").EnumerateArray().Select(target => Followed(text, target.GetProperty("selector")))));
                Assert.Equal("identifying", annotation.GetProperty("motivation").GetString());
                followed++;
            }
        }

        Assert.Equal(4, followed);
    }

    [Fact]
    public void What_stands_around_the_words_is_never_cut_through_a_character()
    {
        // Thirty-two characters before and behind, each of two UTF-16 units, and one of one to shift them.
        string ships = string.Concat(Enumerable.Repeat("🚢", 40)), text = $"x{ships}We sail{ships}y";
        Attribution attribution = new() { Content = [new TextSpan(81, 88)], Form = AttributionForm.Direct, FoundBy = "test" };
        ArticleRef reference = new("a", "a.txt", null, null, null, null);
        AppearanceRow row = new()
        {
            Id = "1", StatementId = "2", Article = reference, Version = 1, Current = true, Attribution = attribution, Content = "We sail", Source = "", Cue = "", CodePoints = new CodePointSpans([], [], []),
        };
        WebAnnotation annotation = Assert.Single(WebAnnotation.Of(new ArticleVersion(1, default, new Article { Location = "a.txt", Text = text }, [row])));
        TextSelector position = annotation.Target[0].Selector[0], quote = annotation.Target[0].Selector[1];
        Assert.Equal((41, 48), (position.Start, position.End));
        Assert.Equal((string.Concat(Enumerable.Repeat("🚢", 32)), "We sail", string.Concat(Enumerable.Repeat("🚢", 32))), (quote.Prefix, quote.Exact, quote.Suffix));
        Assert.Equal("We sail", Followed(text, JsonSerializer.SerializeToElement(annotation.Target[0].Selector, ExportJson.Line)));
    }

    [Fact]
    public async Task A_statement_is_a_claim_with_quotations_in_articles()
    {
        await using Served served = await Narrows.ServedAsync();
        string id = (await served.Record.StatementsAsync(new() { About = "no observers" }, default)).Items.Single().Id;
        using HttpResponseMessage response = await served.Client.GetAsync($"/api/v1/statements/{id}/json-ld");
        Assert.Equal("application/ld+json", response.Content.Headers.ContentType!.MediaType);
        JsonElement document = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("https://schema.org", document.GetProperty("@context").GetString());
        JsonElement[] nodes = [.. document.GetProperty("@graph").EnumerateArray()];
        // The paper reports in its own words: an appearance of the claim, but no quotation.
        Assert.Equal(["Claim", "Quotation", "NewsArticle", "NewsArticle"], nodes.Select(node => node.GetProperty("@type").GetString()));
        HashSet<string> named = [.. nodes.Select(node => node.GetProperty("@id").GetString()!)];
        Assert.All(nodes[0].GetProperty("appearance").EnumerateArray(), article => Assert.Contains(article.GetProperty("@id").GetString()!, named));
        Assert.Contains(nodes[1].GetProperty("isPartOf").GetProperty("@id").GetString()!, named);
        Assert.Equal(nodes[0].GetProperty("@id").GetString(), nodes[1].GetProperty("isBasedOn").GetProperty("@id").GetString());
        Assert.Equal("Mira Tolland", nodes[1].GetProperty("spokenByCharacter").GetProperty("name").GetString());
        Assert.Equal("https://wire.example/observers", nodes[2].GetProperty("url").GetString());
    }

    [Fact]
    public async Task An_address_that_is_none_of_the_web_is_left_out()
    {
        await using Served served = await Served.WithAsync([Invented.Hostile()]);
        var statement = (await served.Record.StatementsAsync(new(), default)).Items.Single();
        string claim = await served.Client.GetStringAsync($"/api/v1/statements/{statement.Id}/json-ld"), page = await served.Client.GetStringAsync($"/api/v1/articles/{statement.FirstReport.Id}/annotations");
        Assert.DoesNotContain("javascript:", claim + page);
        Assert.DoesNotContain("<", claim + page);
    }

    // Goes both ways, as a reader with nothing but the text would, and expects to arrive at one place.
    private static string Followed(string text, JsonElement selectors)
    {
        JsonElement position = selectors.EnumerateArray().Single(s => s.GetProperty("type").GetString() == "TextPositionSelector");
        JsonElement quote = selectors.EnumerateArray().Single(s => s.GetProperty("type").GetString() == "TextQuoteSelector");
        string[] characters = [.. text.EnumerateRunes().Select(rune => rune.ToString())];
        string byPosition = string.Concat(characters[position.GetProperty("start").GetInt32()..position.GetProperty("end").GetInt32()]);
        string prefix = quote.GetProperty("prefix").GetString()!, exact = quote.GetProperty("exact").GetString()!;
        int at = text.IndexOf(prefix + exact + quote.GetProperty("suffix").GetString(), StringComparison.Ordinal);
        Assert.True(at >= 0, "the quoted place is not in the text");
        Assert.Equal(string.Concat(characters[..position.GetProperty("start").GetInt32()]).Length, at + prefix.Length);
        Assert.Equal(byPosition, exact);
        return exact;
    }
}
