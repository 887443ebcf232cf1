using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Rapporteur.Tests.Samples.SampleDossier;

namespace Rapporteur.Tests.Samples;

/// <summary>The articles of the sample dossier are what its README says they are.</summary>
public sealed class SampleDossierTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public void Each_text_has_a_sidecar_with_address_outlet_day_title_and_language()
    {
        foreach (string text in Texts)
        {
            JsonElement sidecar = Sidecar(text);
            Assert.Equal(["url", "outlet", "published", "title", "language"], sidecar.EnumerateObject().Select(p => p.Name));
            Assert.EndsWith(".example", new Uri(sidecar.GetProperty("url").GetString()!).Host);
            Assert.NotNull(Day(sidecar.GetProperty("published")));
            Assert.Contains(sidecar.GetProperty("title").GetString()!, File.ReadLines(text).Take(2));
        }
    }

    [Fact]
    public void The_dossier_has_as_many_articles_outlets_and_languages_as_its_readme_promises()
    {
        Match promise = Regex.Match(File.ReadAllText(Path.Combine(Folder, "README.md")), @"(\d+) articles[^.]*? from (\d+) outlets[^.]*? in (\d+) languages");
        Assert.Equal(promise.Groups.Values.Skip(1).Select(g => int.Parse(g.Value)), [Addresses().Count, Outlets().Count, Languages().Count]);
    }

    [Fact]
    public void One_article_was_edited_and_comes_in_two_versions_with_one_address()
    {
        IGrouping<string, string> edited = Assert.Single(Pages.GroupBy(p => First(PageSource(p), "canonical\" href=\"([^\"]+)|href=\"([^\"]+)\" rel=\"canonical")), g => g.Count() > 1);
        Assert.Equal(2, edited.Select(p => First(PageSource(p), "modified_time\" content=\"([^\"]+)")).Distinct(StringComparer.Ordinal).Count());
        Assert.Single(edited.Select(p => First(PageSource(p), "published_time\" content=\"([^\"]+)")).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Furniture_of_a_text_is_a_line_of_it_and_holds_no_statement()
    {
        foreach (string eventName in Events)
        {
            JsonElement gold = Gold(eventName);
            ILookup<string, string> contents = gold.GetProperty("statements").EnumerateArray()
                .SelectMany(s => Pieces(s.GetProperty("content")).Select(piece => (Doc: s.GetProperty("doc").GetString()!, Piece: piece)))
                .ToLookup(x => x.Doc, x => x.Piece, StringComparer.Ordinal);
            foreach (JsonProperty document in gold.GetProperty("boilerplate").EnumerateObject())
            {
                string[] lines = File.ReadAllLines(Path.Combine(Folder, eventName, document.Name + ".txt"));
                foreach (string line in document.Value.EnumerateArray().Select(l => l.GetString()!))
                {
                    Assert.Contains(line, lines);
                    Assert.DoesNotContain(contents[document.Name], piece => line.Contains(piece, StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void The_feeds_carry_their_articles_in_full()
    {
        List<string> bodies = Feeds.Select(XDocument.Load).SelectMany(f => f.Descendants(Content + "encoded").Concat(f.Descendants(Atom + "content")))
            .Select(body => body.Value).ToList();
        Assert.Equal(6, bodies.Count);
        Assert.All(bodies, body => Assert.InRange(body.Split(' ', '\n').Length, 80, 250));
    }

    [Fact]
    public void No_address_leads_to_a_real_outlet()
    {
        string[] vocabularies = ["www.w3.org", "schema.org", "ogp.me", "purl.org"];
        IEnumerable<string> everything = Texts.Select(File.ReadAllText).Concat(Texts.Select(t => File.ReadAllText(Path.ChangeExtension(t, ".json"))))
            .Concat(Pages.Select(PageSource)).Concat(Feeds.Select(File.ReadAllText));
        IEnumerable<string> hosts = everything.SelectMany(x => Regex.Matches(x, @"https?://([^/""'\s<]+)").Select(m => m.Groups[1].Value));
        Assert.All(hosts.Except(vocabularies, StringComparer.Ordinal), host => Assert.EndsWith(".example", host));
    }

    private static HashSet<string> Addresses() =>
    [
        .. Texts.Select(t => Sidecar(t).GetProperty("url").GetString()!),
        .. Pages.Select(p => First(PageSource(p), "canonical\" href=\"([^\"]+)|href=\"([^\"]+)\" rel=\"canonical")),
        .. Feeds.Select(XDocument.Load).SelectMany(f => f.Descendants("item").Select(i => i.Element("link")!.Value)
            .Concat(f.Descendants(Atom + "entry").Select(e => e.Element(Atom + "link")!.Attribute("href")!.Value))),
    ];

    private static HashSet<string> Outlets() =>
    [
        .. Texts.Select(t => Sidecar(t).GetProperty("outlet").GetString()!),
        .. Pages.Select(p => First(PageSource(p), "og:site_name\" content=\"([^\"]+)")),
    ];

    private static HashSet<string> Languages() =>
    [
        .. Texts.Select(t => Sidecar(t).GetProperty("language").GetString()!),
        .. Pages.Select(p => First(PageSource(p), "<html[^>]* lang=\"([a-z]+)")),
    ];

    private static string First(string source, string pattern)
    {
        Match match = Regex.Match(source, pattern);
        Assert.True(match.Success, $"no {pattern}");
        return match.Groups.Values.Skip(1).First(g => g.Success).Value;
    }
}
