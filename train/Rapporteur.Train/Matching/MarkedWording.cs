using System.Globalization;
using System.Text.Json.Nodes;
using Rapporteur.Matching;
using Rapporteur.Matching.Stories;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Train.Matching;

/// <summary>One appearance that was marked by hand in a dossier, in English.</summary>
/// <param name="Event">Name of the event's file.</param>
/// <param name="File">The article.</param>
/// <param name="Id">Its name in the dossier.</param>
/// <param name="Content">The words marked.</param>
/// <param name="Speaker">Whose they are.</param>
/// <param name="Appearance">What the program makes of it.</param>
/// <param name="Families">The statements it belongs to: none, one or several.</param>
internal sealed record MarkedWording(
    string Event, string File, string Id, string Content, string? Speaker, Appearance Appearance, IReadOnlySet<string> Families)
{
    /// <summary>All of a dossier's events, in ordinal order.</summary>
    public static IEnumerable<MarkedWording> All(string dossier) =>
        Directory.EnumerateFiles(Path.Combine(dossier, "gold"), "*.json").Order(StringComparer.Ordinal).SelectMany(gold => Of(dossier, gold));

    private static IEnumerable<MarkedWording> Of(string dossier, string gold)
    {
        // As the store does it: an article without a day has that of the one most about the same.
        (string Name, StoryText Text)[] articles = [.. Articles(Path.Combine(dossier, Path.GetFileNameWithoutExtension(gold)))];
        foreach (MarkedWording wording in Marked(dossier, gold))
        {
            DateOnly? day = articles.FirstOrDefault(article => article.Name == wording.File).Text is { Day: null } text ? LikelyDay.Of(text, articles)?.Day : null;
            yield return day is null ? wording : wording with { Appearance = wording.Appearance with { Proposition = wording.Appearance.Proposition?.PublishedOn(day) } };
        }
    }

    private static IEnumerable<(string Name, StoryText Text)> Articles(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            JsonNode sidecar = Sidecar(file);
            yield return (file, StoryReader.Read(System.IO.File.ReadAllText(file), LanguageOf(sidecar), PressTime.Parse((string?)sidecar["published"])?.Date));
        }
    }

    private static IEnumerable<MarkedWording> Marked(string dossier, string gold)
    {
        string name = Path.GetFileNameWithoutExtension(gold);
        JsonNode root = JsonNode.Parse(System.IO.File.ReadAllText(gold))!;
        ILookup<string, string> families = root["families"]!.AsArray()
            .SelectMany(family => family!["members"]!.AsArray().Select(member => ((string)member!, Family: (string)family["id"]!)))
            .ToLookup(pair => pair.Item1, pair => pair.Family, StringComparer.Ordinal);
        StatementMatcher matcher = new();
        TextAnalyser analyser = new(fast: true);
        Dictionary<string, AnnotatedText> analysed = new(StringComparer.Ordinal);
        List<(Article Article, AnnotatedText Text, Attribution Attribution, string Id, string Content)> marked = [];
        foreach (JsonNode? statement in root["statements"]!.AsArray())
        {
            string file = Path.Combine(dossier, name, (string)statement!["doc"]! + ".txt");
            // A page has no text beside it: its appearances are taken as they are marked, on the day they were said.
            bool isPage = !System.IO.File.Exists(file);
            JsonNode sidecar = isPage ? new JsonObject { ["published"] = (string?)statement["said_on"] } : Sidecar(file);
            if (LanguageOf(sidecar) != "en") continue;
            string content = statement["content"] is JsonArray parts ? string.Join(' ', parts.Select(part => (string?)part)) : (string)statement["content"]!;
            string text = isPage ? "" : System.IO.File.ReadAllText(file);
            IReadOnlyList<TextSpan> spans = Spans(text, statement["offsets"]?["content"]);
            if (spans.Count == 0) (text, spans) = (content, [new TextSpan(0, content.Length)]);
            Article article = new() { Text = text, Location = file, Url = file, Published = PressTime.Parse((string?)sidecar["published"]) };
            if (!analysed.TryGetValue(text, out AnnotatedText? annotated)) analysed[text] = annotated = analyser.Annotate(text, article.Published?.Date);
            Attribution attribution = new()
            {
                Source = [], Cue = [], Content = spans, Form = AttributionForm.Indirect, Confidence = 1, FoundBy = "gold",
                Speaker = (string?)statement["speaker"], OnBehalfOf = (string?)statement["on_behalf_of"],
                SaidOn = DateOnly.TryParse((string?)statement["said_on"], CultureInfo.InvariantCulture, out DateOnly day) ? day : null,
            };
            string id = (string)statement["id"]!;
            marked.Add((article, annotated, attribution, id, content));
        }

        // One article's together, for it tells the day of an occasion once.
        foreach (var article in marked.GroupBy(one => one.Article.Text, StringComparer.Ordinal))
        {
            var all = article.ToArray();
            IReadOnlyList<Appearance> appearances = matcher.Match(all[0].Article, all[0].Text with { Attributions = [.. all.Select(one => one.Attribution)], Stances = [] });
            foreach ((var one, Appearance appearance) in all.Zip(appearances))
                yield return new MarkedWording(name, one.Article.Location, one.Id, one.Content, one.Attribution.Speaker, appearance, families[one.Id].ToHashSet(StringComparer.Ordinal));
        }
    }

    private static JsonNode Sidecar(string file) => JsonNode.Parse(System.IO.File.ReadAllText(Path.ChangeExtension(file, ".json")))!;

    private static string LanguageOf(JsonNode sidecar) => (string?)sidecar["lang"] ?? (string?)sidecar["language"] ?? "en";

    // The dossier counts code points, the program UTF-16.
    private static List<TextSpan> Spans(string text, JsonNode? offsets)
    {
        if (offsets is not JsonArray pairs || pairs.Count == 0) return [];
        if (pairs[0] is not JsonArray) pairs = new JsonArray(offsets.DeepClone());
        return [.. pairs.Select(pair => new TextSpan(Index(text, (int)pair![0]!), Index(text, (int)pair[1]!)))];
    }

    private static int Index(string text, int codePoints)
    {
        int at = 0;
        for (; codePoints > 0 && at < text.Length; codePoints--) at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }
}
