using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Bench.Storage;

/// <summary>Articles made up of made-up words, with the proportions of a real dossier: a few outlets, speakers and words are met very often, most of them rarely.</summary>
internal sealed class GeneratedDossier(int seed)
{
    // Means counted on the dossier's articles: about 450 words and 8 attributions of about 18 words.
    private const int WordsPerArticle = 450;
    private const int AppearancesPerArticle = 8;
    private const int WordsPerContent = 18;

    // One appearance in five reports what another article reported before.
    private const double Copied = 0.2;

    private readonly Random _random = new(seed);
    private readonly string[] _words = [.. Enumerable.Range(0, 30_000).Select(Word)];
    private readonly List<(string Speaker, string Content)> _said = [];

    /// <summary>Articles until at least so many appearances are reached.</summary>
    public IEnumerable<ArticleRecord> Articles(int appearances)
    {
        for (int made = 0, number = 0; made < appearances; made += AppearancesPerArticle, number++) yield return Next(number);
    }

    /// <summary>The word of a rank; rank 1 is the most frequent.</summary>
    public string WordOfRank(int rank) => _words[rank - 1];

    /// <summary>The name of the speaker of a rank.</summary>
    public static string Speaker(int rank) => $"{Capital(Word(rank * 7))} {Capital(Word(rank * 31 + 5))}";

    /// <summary>The name of the outlet of a rank.</summary>
    public static string Outlet(int rank) => $"{Capital(Word(rank * 13 + 3))} Courier";

    private ArticleRecord Next(int number)
    {
        System.Text.StringBuilder text = new(Sentence(10));
        List<Appearance> appearances = [];
        for (int i = 0; i < AppearancesPerArticle; i++)
        {
            text.Append("\n\n").Append(Sentence(WordsPerArticle / AppearancesPerArticle - WordsPerContent)).Append(' ');
            (string speaker, string content) = _said.Count > 0 && _random.NextDouble() < Copied
                ? _said[_random.Next(_said.Count)]
                : (Speaker(Zipf(2_000)), Sentence(WordsPerContent));
            _said.Add((speaker, content));
            TextSpan source = new(text.Length, text.Length + speaker.Length);
            text.Append(speaker).Append(" said: ");
            TextSpan words = new(text.Length, text.Length + content.Length);
            text.Append(content);
            appearances.Add(new Appearance
            {
                StatementId = Identity.Of("statement", Folding.Key(speaker), content),
                Content = content,
                Attribution = new Attribution
                {
                    Source = [source],
                    Cue = [new TextSpan(source.End + 1, source.End + 5)],
                    Content = [words],
                    Form = (AttributionForm)_random.Next(3),
                    Speaker = speaker,
                    FoundBy = "bench",
                },
            });
        }

        DateTime published = new DateTime(2029, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(_random.Next(3 * 365 * 24 * 60));
        string all = text.ToString();
        return new ArticleRecord(
            new Article
            {
                Url = $"https://bench.example/{number}",
                Location = $"https://bench.example/{number}",
                Outlet = Outlet(Zipf(60)),
                Title = all[..all.IndexOf('\n')],
                Published = PressTime.Parse(published.ToString("yyyy-MM-ddTHH:mm:ssZ")),
                Language = "en",
                Credits = _random.Next(4) == 0 ? [Outlet(1)] : [],
                Text = all,
                Blocks = [new ArticleBlock(BlockKind.Paragraph, new TextSpan(0, all.Length))],
            },
            appearances,
            Analysed: true);
    }

    private string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => _words[Zipf(_words.Length) - 1]));

    // Rank r with a probability of nearly 1/r: words and names follow Zipf's law.
    private int Zipf(int ranks) => Math.Min(ranks, (int)Math.Exp(_random.NextDouble() * Math.Log(ranks + 1)));

    // Different numbers give different words of consonants and vowels.
    private static string Word(int number)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        System.Text.StringBuilder word = new();
        for (int rest = number + 70; rest > 0; rest /= 70)
        {
            int syllable = rest % 70;
            word.Append(Consonants[syllable % 14]).Append(Vowels[syllable / 14]);
        }

        return word.ToString();
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
