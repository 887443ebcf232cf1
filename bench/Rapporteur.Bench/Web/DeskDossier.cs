using Rapporteur.Bench.Storage;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Bench.Web;

/// <summary>A generated dossier with what the pages draw from besides statements: hearers, principals, stances and encounters, as often as in the samples.</summary>
internal sealed class DeskDossier(int seed)
{
    // Of 387 appearances in the samples every fifth has a hearer, every thirteenth a principal; every eighth takes a stance. Every second article names an encounter.
    private const int Hearers = 5, Principals = 13, Stances = 8, Encounters = 2;
    private const int Matters = 400;

    private readonly Random _random = new(seed);
    private readonly GeneratedDossier _dossier = new(seed);

    /// <summary>Articles until at least so many appearances are reached.</summary>
    public IEnumerable<ArticleRecord> Articles(int appearances) => _dossier.Articles(appearances).Select(With);

    /// <summary>Some articles that are in no dossier yet: each under an address of its own.</summary>
    public IEnumerable<ArticleRecord> More(int count) => new GeneratedDossier(_random.Next()).Articles(int.MaxValue).Take(count).Select(record =>
        With(record with { Article = record.Article with { Url = $"https://more.example/{_random.Next()}" } }));

    /// <summary>The word of a rank; rank 1 is the most frequent.</summary>
    public string WordOfRank(int rank) => _dossier.WordOfRank(rank);

    private ArticleRecord With(ArticleRecord record)
    {
        List<StanceMark> stances = [];
        Appearance[] appearances = [.. record.Appearances.Select((appearance, place) =>
        {
            if (_random.Next(Stances) == 0) stances.Add(Mark(place, appearance.Attribution.Content[0]));
            return appearance with
            {
                Attribution = appearance.Attribution with
                {
                    Addressee = _random.Next(Hearers) == 0 ? GeneratedDossier.Speaker(Rank(300)) : null,
                    OnBehalfOf = _random.Next(Principals) == 0 ? GeneratedDossier.Speaker(Rank(100)) : null,
                },
            };
        })];
        return record with { Appearances = appearances, Stances = stances, Encounters = _random.Next(Encounters) == 0 ? [Encounter(record.Article)] : [] };
    }

    private StanceMark Mark(int place, TextSpan content)
    {
        string matter = _dossier.WordOfRank(Rank(Matters));
        return new StanceMark(
            place, (Stance)_random.Next(Enum.GetValues<Stance>().Length), new TextSpan(content.Start, Math.Min(content.End, content.Start + 20)), Clause: false, [matter, matter + "a"],
            _random.NextDouble(), Condition: null, Side: null);
    }

    private EncounterMention Encounter(Article article) => new(
        new TextSpan(0, 4), new TextSpan(0, 40), (EncounterType)_random.Next(Enum.GetValues<EncounterType>().Length),
        [GeneratedDossier.Speaker(Rank(100)), GeneratedDossier.Speaker(Rank(100) + 200)],
        article.Published!.Value.Date.AddDays(_random.Next(-10, 10)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Place: null,
        (EncounterStatus)_random.Next(Enum.GetValues<EncounterStatus>().Length));

    private int Rank(int ranks) => Math.Min(ranks, (int)Math.Exp(_random.NextDouble() * Math.Log(ranks + 1)));
}
