using System.Globalization;
using System.Text;
using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Text.Meanings;

namespace Rapporteur.Bench.Matching;

/// <summary>Appearances by rewording templates: invented speakers say one of many things on a day, and several outlets report each in other words.</summary>
/// <param name="seed">The same seed, the same appearances.</param>
/// <param name="matched">False for appearances that matching passes over, of speakers and outlets of their own.</param>
internal sealed class GeneratedWordings(int seed, bool matched = true)
{
    private const int PerArticle = 8;
    // So many statements are in the news on one day, each reported several times: the store grows by days, as a real one does.
    private const int StatementsPerDay = 60;
    private const int ReportsPerStatement = 5;
    private const int Speakers = 400;
    // Many enough that a speaker repeats himself no oftener than speakers do.
    private static readonly string[] Things =
    [
        "harbour", "levy", "border", "ceasefire", "pipeline", "embargo", "fishery", "treaty", "election", "railway", "prisoners", "grain",
        "ferry", "airport", "loan", "census", "budget", "school", "hospital", "bridge", "tunnel", "mine", "refinery", "lighthouse",
        "archive", "museum", "parade", "curfew", "inquiry", "tribunal", "verdict", "amnesty", "referendum", "coalition", "cabinet", "ministry",
        "garrison", "airspace", "convoy", "blockade", "minefield", "drone", "reactor", "dam", "reservoir", "canal", "vineyard", "orchard",
        "forest", "glacier", "shipyard", "foundry", "satellite", "telegraph", "newspaper", "broadcaster", "currency", "pension", "subsidy", "tariff",
        "quota", "licence", "passport", "visa", "consulate", "embassy", "summit", "protocol", "memorandum", "charter", "boundary", "island",
        "strait", "lagoon", "estuary", "monastery", "cathedral", "university", "stadium", "orchestra", "festival", "market", "warehouse", "granary",
        "bakery", "pharmacy", "vaccine", "epidemic", "drought", "flood", "wildfire", "avalanche", "earthquake", "refugees", "evacuation", "ransom",
        "hostages",
    ];
    private static readonly string[] Others =
    [
        "neighbours", "fishermen", "parliament", "envoys", "mediators", "observers", "miners", "exporters", "islanders", "creditors", "farmers", "teachers",
        "nurses", "sailors", "pilots", "engineers", "judges", "bishops", "students", "pensioners", "shepherds", "brewers", "weavers", "bankers",
        "insurers", "smugglers", "deserters", "volunteers", "reservists", "veterans", "settlers", "nomads", "tourists", "merchants", "carpenters", "printers",
        "librarians", "surgeons", "astronomers", "beekeepers",
    ];
    private static readonly string[][] Verbs =
    [
        ["stays open to", "remains open for", "will be kept open to"], ["must be agreed with", "has to be settled with", "needs the consent of"],
        ["was discussed with", "came up in talks with", "was raised with"], ["will be closed to", "is to be shut for", "closes for"],
        ["cannot be decided without", "is not to be decided without", "depends on"], ["brings trouble to", "harms", "hurts"],
        ["belongs to", "is the property of", "is owned by"], ["was promised to", "had been pledged to", "was assured to"], ["was sold to", "went for a price to", "was bought by"],
        ["is guarded by", "is protected by", "stands under the watch of"], ["was destroyed by", "was ruined by", "fell to"], ["will be rebuilt with", "is going to be restored with", "rises again with"],
        ["was hidden from", "was kept secret from", "was concealed from"], ["is welcomed by", "pleases", "finds favour with"], ["frightens", "alarms", "is feared by"],
        ["will be taxed for", "is to bear a duty for", "costs a fee for"], ["was inspected by", "has been examined by", "was checked by"], ["replaces", "takes the place of", "stands in for"],
    ];

    private static readonly string[] Frames = ["the {0} {1} the {2}", "the question of the {0} {1} the {2}, as before", "as for the {0}, it {1} the {2}", "it is clear that the {0} {1} all {2}"];
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, byte[]> _meanings = [];

    /// <summary>Articles until at least so many appearances are reached, day by day.</summary>
    public IEnumerable<ArticleRecord> Articles(int appearances)
    {
        DateOnly first = new(2031, 1, 1);
        for (int made = 0, day = 0; made < appearances; day++)
        {
            (string Speaker, string Thing, string[] Verb, string Other)[] said =
            [
                .. Enumerable.Range(0, StatementsPerDay).Select(_ => (
                    $"{(matched ? "Speaker" : "Voice")} {Speaker()}", Things[_random.Next(Things.Length)], Verbs[_random.Next(Verbs.Length)], Others[_random.Next(Others.Length)])),
            ];
            for (int article = 0; article < StatementsPerDay * ReportsPerStatement / PerArticle && made < appearances; article++, made += PerArticle)
            {
                yield return Article(day * 1000 + article, first.AddDays(day % 20_000), said);
            }
        }
    }

    // What the matcher gives for such an article, without its search for spokesmen and offices, which costs more than all the rest of the article.
    private ArticleRecord Article(int number, DateOnly day, (string Speaker, string Thing, string[] Verb, string Other)[] said)
    {
        StringBuilder text = new();
        List<(string Speaker, TextSpan Content, DateOnly? SaidOn, Meaning Meaning)> reported = [];
        for (int i = 0; i < PerArticle; i++)
        {
            (string speaker, string thing, string[] verb, string other) = said[_random.Next(said.Length)];
            int start = text.Length;
            string frame = Frames[_random.Next(Frames.Length)], worded = verb[_random.Next(verb.Length)];
            text.Append(string.Format(CultureInfo.InvariantCulture, frame, thing, worded, other));
            // One report in four does not tell the day.
            reported.Add((speaker, new TextSpan(start, text.Length), _random.Next(4) == 0 ? null : day, Together(thing, worded, other)));
            text.Append(". ");
        }

        string words = text.Append(CultureInfo.InvariantCulture, $"Report {number}.").ToString();
        Article article = new()
        {
            Text = words, Location = $"{number}.txt", Url = $"https://{(matched ? "a" : "b")}.example/{number}", Language = "en",
            Published = PressTime.Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        };
        return new ArticleRecord(article, [.. reported.Select(one => AppearanceOf(words, one.Speaker, one.Content, one.Meaning, DayOf(one, reported), day))], Analysed: true);
    }

    // The day on which the article has the speaker say everything else.
    private static DateOnly? DayOf((string Speaker, TextSpan, DateOnly? SaidOn, Meaning) one, List<(string Speaker, TextSpan, DateOnly? SaidOn, Meaning)> all) =>
        one.SaidOn ?? all.FirstOrDefault(other => other.Speaker == one.Speaker && other.SaidOn is not null).SaidOn;

    // Meanings are found out where articles are analysed, which is not measured here: that of a wording is put together from those of its parts.
    private Meaning Together(params ReadOnlySpan<string> parts)
    {
        int[] sum = new int[Meaning.Width];
        foreach (string part in parts)
        {
            if (!_meanings.TryGetValue(part, out byte[]? own)) _meanings.Add(part, own = Meaning.Of(part).ToBytes());
            for (int i = 0; i < sum.Length; i++) sum[i] += (sbyte)own[i];
        }

        int count = parts.Length;
        return Meaning.FromBytes(Array.ConvertAll(sum, value => (byte)(sbyte)(value / count)));
    }

    private Appearance AppearanceOf(string text, string speaker, TextSpan span, Meaning meaning, DateOnly? saidOn, DateOnly published)
    {
        string actor = ActorKey.Of(speaker), content = span.In(text);
        return new Appearance
        {
            StatementId = Identity.Of("statement", actor, content, saidOn?.DayNumber.ToString(CultureInfo.InvariantCulture), published.DayNumber.ToString(CultureInfo.InvariantCulture)),
            Attribution = new Attribution { Source = [], Cue = [], Content = [span], Form = AttributionForm.Indirect, Speaker = speaker, SaidOn = saidOn, Confidence = 1, FoundBy = "bench" },
            Content = content,
            Proposition = matched ? new Proposition(actor, null, saidOn, published, content, "") { Meaning = meaning } : null,
        };
    }

    // A few speakers are quoted every day.
    private int Speaker() => (int)(Speakers * Math.Pow(_random.NextDouble(), 3));
}
