using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Storage.Tests;

/// <summary>Articles for tests, invented. <c>[Speaker: words]</c> in a text becomes a direct appearance, <c>(Speaker: words)</c> an indirect one.</summary>
public static class Sample
{
    /// <summary>A record of an article in which every marked passage is an appearance.</summary>
    public static ArticleRecord Record(
        string text, string? url = null, string? location = null, string? outlet = null, string? published = null, string? modified = null,
        string? title = null, DateOnly? saidOn = null, params string[] credits)
    {
        List<Appearance> appearances = [];
        foreach ((int at, char mark) in text.Index().Where(c => c.Item is '[' or '('))
        {
            int colon = text.IndexOf(": ", at, StringComparison.Ordinal);
            int end = text.IndexOf(mark == '[' ? ']' : ')', at);
            TextSpan source = new(at + 1, colon);
            TextSpan content = new(colon + 2, end);
            string speaker = source.In(text);
            appearances.Add(new Appearance
            {
                StatementId = Identity.Of("statement", Folding.Key(speaker), Folding.Key(content.In(text))),
                Content = content.In(text),
                Attribution = new Attribution
                {
                    Source = [source],
                    Cue = [new TextSpan(colon, colon + 1)],
                    Content = [content],
                    Form = mark == '[' ? AttributionForm.Direct : AttributionForm.Indirect,
                    Speaker = speaker == "?" ? null : speaker,
                    SaidOn = saidOn,
                    // A question mark asks, an exclamation mark demands.
                    Act = text[end - 1] switch { '?' => SpeechAct.Ask, '!' => SpeechAct.Demand, _ => SpeechAct.Assert },
                    Negated = content.In(text).Contains("never", StringComparison.Ordinal),
                    Modality = text[end - 1] == '!' ? Modality.Necessary : Modality.Plain,
                    Confidence = 0.5,
                    FoundBy = "mark",
                },
            });
        }

        Article article = new()
        {
            Text = text,
            Url = url,
            Location = location ?? url ?? "articles/one.txt",
            Outlet = outlet,
            Published = PressTime.Parse(published),
            Modified = PressTime.Parse(modified),
            Title = title,
            Language = "en",
            Credits = credits,
            Captions = ["A caption. Photo: Orla Benn"],
            Blocks = [new ArticleBlock(BlockKind.Paragraph, new TextSpan(0, text.Length))],
        };
        return new ArticleRecord(article, appearances, Analysed: true);
    }

    /// <summary>Thirty articles of five outlets on the same talks: copies, edits of the same address, several spellings of a name, unknown dates.</summary>
    public static IReadOnlyList<ArticleRecord> Thirty()
    {
        string[] outlets = ["Talmar Courier", "Gazette of Hask", "TALMAR COURIER", "North Wire", "Küstenblatt"];
        string[] speakers = ["Mira Tolland", "Mira TOLLAND", "Jonas Veidt", "Ministry of Fisheries"];
        string[] words = ["The harbour stays open to all ships", "We never agreed to the levy", "Talks resume in the spring", "No ship was stopped"];
        List<ArticleRecord> records = [];
        for (int i = 0; i < 30; i++)
        {
            string quoted = $"[{speakers[i % 4]}: {words[i % 4]}]";
            string told = $"({speakers[(i + 1) % 4]}: {words[i / 2 % 4]}{(i % 3 == 0 ? "!" : "")})";
            string? published = i % 7 == 0 ? null : $"2031-03-{1 + i % 9:00}T{i % 24:00}:00:00Z";
            records.Add(Record(
                $"Report {i % 26}. {quoted} Later, {told} That was all from the coast on day {i}.",
                url: i % 5 == 0 ? null : $"https://news.example/{i % 26}",
                location: $"articles/{i:00}.txt",
                outlet: outlets[i % 5],
                published: published,
                modified: i >= 26 ? $"2031-04-{i:00}" : null,
                credits: i % 4 == 0 ? ["North Wire"] : []));
        }

        return records;
    }
}
