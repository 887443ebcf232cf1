using Rapporteur.Extraction.Facts;

namespace Rapporteur.Tests.Extraction;

public class CreditsTests
{
    [Theory]
    [InlineData("GENEVA, May 18 (Reuters) - The envoy arrived.", "Reuters")]
    [InlineData("MOSCOW, May 18. /TASS/. The envoy arrived.", "TASS")]
    [InlineData("(MENAFN) The envoy arrived on Sunday.", "MENAFN")]
    [InlineData("PORT ELDER (North Wire) — The envoy arrived.", "North Wire")]
    [InlineData("The envoy arrived. This report also includes contributions from Reuters and the Associated Press.", "Reuters|Associated Press")]
    [InlineData("Lenn Radio contributed to this report.", "Lenn Radio")]
    [InlineData("With inputs from AFP", "AFP")]
    [InlineData("Source: dpa, Interfax", "dpa|Interfax")]
    public void A_credit_is_found_where_articles_give_it(string paragraph, string names) =>
        Assert.Equal(names.Split('|'), Credits.Find(null, [paragraph]));

    [Theory]
    [InlineData("Reuters reported last month that the envoy would arrive.")]
    [InlineData("The envoy (who speaks for Lenn) arrived.")]
    [InlineData("The envoy told the AP that he had arrived.")]
    [InlineData("(Reporting by the Lindhaven and Talmar bureaus)")]
    public void Naming_an_agency_in_the_news_is_no_credit(string paragraph) => Assert.Empty(Credits.Find(null, [paragraph]));

    [Fact]
    public void An_agency_in_the_byline_is_credited_once() =>
        Assert.Equal(["Reuters"], Credits.Find("By Reuters Staff", ["GENEVA (Reuters) - The envoy arrived."]));
}
