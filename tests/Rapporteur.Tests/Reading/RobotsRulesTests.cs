using Rapporteur.Reading.Web;

namespace Rapporteur.Tests.Reading;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("user-agent : *\r\n disallow : /a # comment", "/abc", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a.php", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a.php?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /*/private*/end$", "/x/private-1/mid/end", false)]
    [InlineData("User-agent: *\nDisallow: /F\u00e4hre", "/F%C3%A4hre", false)]
    [InlineData("User-agent: *\nDisallow: /f%c3%a4hre", "/f\u00e4hre", false)]
    [InlineData("User-agent: *\nDisallow: /%66erry", "/ferry", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: rapporteur\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Rapporteur\nAllow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: RAPPORTEUR/2.0\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: Rapporteur\nDisallow: /a\nUser-agent: *\nDisallow: /b\nUser-agent: Rapporteur\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: Rapporteur\nSitemap: https://courier.example/s.xml\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("<html>Not found</html>", "/a", true)]
    public void Rules_are_applied_as_RFC_9309_says(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(robots).Allows(new Uri("https://courier.example" + path)));

    [Fact]
    public void A_pattern_full_of_stars_costs_no_time()
    {
        RobotsRules rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 200)) + "$");

        Assert.True(rules.Allows(new Uri("https://courier.example/" + new string('a', 5000) + "b")));
    }
}
