using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Actors;

namespace Rapporteur.Matching.Encounters;

/// <summary>Gathers what was said about encounters, side by side.</summary>
/// <remarks>
/// A statement is about an encounter when a report of the encounter stands in its words or in the same sentence, or when, in an article that
/// reports the encounter, one participant says something to another. Who tells of a call or a meeting in an article and takes no part (an adviser who
/// reads out what was said) is heard with what else he says there of the participants. A spokesman speaks for the side that he speaks for, a seat of power
/// for whoever leads the state; an outlet that only reports is no side.
/// </remarks>
public sealed class ReadoutReader
{
    private readonly Dictionary<string, List<(Encounter Encounter, EncounterReport Report)>> _reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, AppearanceRow>> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Encounter, string Article, string Speaker), List<AppearanceRow>> _further = [];
    private readonly HashSet<(string Encounter, string Article, string Speaker)> _tells = [];
    private readonly ParticipantKey _names;

    /// <param name="encounters">Those of which readouts are wanted.</param>
    public ReadoutReader(IEnumerable<Encounter> encounters)
    {
        List<string> names = [];
        foreach (Encounter encounter in encounters)
        {
            _said[encounter.Id] = new SortedDictionary<string, AppearanceRow>(StringComparer.Ordinal);
            foreach (EncounterReport report in encounter.Reports)
            {
                if (!_reports.TryGetValue(report.Article.Id, out var here)) _reports[report.Article.Id] = here = [];
                here.Add((encounter, report));
                names.AddRange(report.Mention.Participants);
            }
        }

        _names = new ParticipantKey(names);
    }

    /// <summary>The readouts of one encounter from the articles that report it.</summary>
    public static async Task<IReadOnlyList<Readout>> ReadAsync(IRecordQueries record, Encounter encounter, CancellationToken cancel)
    {
        ReadoutReader reader = new([encounter]);
        foreach (string article in encounter.Reports.Select(report => report.Article.Id).Distinct())
        {
            if (await record.ArticleAsync(article, cancel) is not { } found) continue;
            foreach (AppearanceRow appearance in found.Versions[^1].Appearances) reader.Add(appearance);
        }

        return reader.Of(encounter);
    }

    /// <summary>Looks at one appearance in the current version of an article.</summary>
    public void Add(AppearanceRow appearance)
    {
        if (!_reports.TryGetValue(appearance.Article.Id, out var reports)) return;
        foreach ((Encounter encounter, EncounterReport report) in reports)
        {
            if (IsOutlet(appearance.Attribution)) continue;
            (string, string, string) teller = (encounter.Id, appearance.Article.Id, appearance.Attribution.Speaker ?? "");
            if (IsAbout(appearance.Attribution, report, encounter))
            {
                Keep(encounter.Id, appearance);
                if (appearance.Attribution.Speaker is not null && IsTold(encounter)) _tells.Add(teller);
            }
            else if (appearance.Attribution.Speaker is not null && IsTold(encounter) && NamesOne(appearance.Content, encounter))
            {
                if (!_further.TryGetValue(teller, out List<AppearanceRow>? further)) _further[teller] = further = [];
                further.Add(appearance);
            }
        }
    }

    // Of several reports of one statement the earliest; the order of reading plays no part.
    private void Keep(string encounter, AppearanceRow appearance)
    {
        SortedDictionary<string, AppearanceRow> said = _said[encounter];
        if (!said.TryGetValue(appearance.StatementId, out AppearanceRow? known) || Compare(appearance, known) < 0) said[appearance.StatementId] = appearance;
    }

    // What happened behind a door and is told after it; what is said before reporters is said to all.
    private static bool IsTold(Encounter encounter) => encounter.Type is EncounterType.Call or EncounterType.Meeting or EncounterType.Talks or EncounterType.Summit;

    private static bool NamesOne(string content, Encounter encounter)
    {
        IReadOnlyList<string> words = Folding.Words(content);
        return words.Any(Both.Contains) || encounter.Participants.Any(participant => Folding.Words(participant) is [.., var surname] && words.Contains(surname));
    }

    private static readonly HashSet<string> Both = ["leaders", "presidents", "sides", "both", "ministers", "counterpart"];

    // "Russian media", "RIA Novosti": they tell what others did and said.
    private static bool IsOutlet(Attribution said) =>
        said.OnBehalfOf is null && said.Speaker is { } speaker && (Folding.Words(speaker) is [.., "media" or "press" or "newspaper" or "reports"] || speaker.Split(' ').Any(OutletWords.Names));

    /// <summary>The sides that were heard: the participants first, then others, each by name.</summary>
    public IReadOnlyList<Readout> Of(Encounter encounter)
    {
        ArgumentNullException.ThrowIfNull(encounter);
        foreach (var further in _further.Where(further => further.Key.Encounter == encounter.Id && _tells.Contains(further.Key) && Participant(further.Key.Speaker, encounter) is null))
        {
            foreach (AppearanceRow appearance in further.Value) Keep(encounter.Id, appearance);
        }

        Dictionary<string, string> speaksFor = SpeaksFor(_said[encounter.Id].Values, encounter);
        return [.. _said[encounter.Id].Values
            .GroupBy(appearance => SideOf(appearance.Attribution, encounter, speaksFor))
            .Select(side => new Readout(side.Key.Name, side.Key.TakesPart, [.. side.Order(Comparer<AppearanceRow>.Create(Compare))]))
            .OrderByDescending(readout => readout.TakesPart).ThenBy(readout => readout.Side, StringComparer.Ordinal)];
    }

    private bool IsAbout(Attribution said, EncounterReport report, Encounter encounter)
    {
        if (said.Content.Any(span => span.Start <= report.Mention.Span.Start && report.Mention.Span.End <= span.End)) return true;
        if (said.Content.Any(span => report.Mention.Sentence.Contains(span))) return true;
        string? speaker = Participant(said.OnBehalfOf ?? said.Speaker, encounter), hearer = Participant(said.Addressee, encounter);
        return speaker is not null && hearer is not null && speaker != hearer;
    }

    // For which participant somebody speaks who takes no part: the one for whom he speaks most often there. "Varden agreed to it, she said" is her side's word
    // of Varden, so principals whom the words name count only where no other is left.
    private Dictionary<string, string> SpeaksFor(IEnumerable<AppearanceRow> said, Encounter encounter)
    {
        Dictionary<string, string> sides = new(StringComparer.Ordinal);
        foreach (var speaker in said.Where(one => one.Attribution.Speaker is { } name && Participant(name, encounter) is null).GroupBy(one => one.Attribution.Speaker!, StringComparer.Ordinal))
        {
            (string Side, bool Named)[] principals = [.. speaker.Select(one => (Side: Participant(one.Attribution.OnBehalfOf, encounter), one.Content)).Where(one => one.Side is not null)
                .Select(one => (one.Side!, Folding.Words(one.Side!) is [.., var surname] && Folding.Words(one.Content).Contains(surname)))];
            var counted = (principals.All(one => one.Named) ? principals : principals.Where(one => !one.Named)).CountBy(one => one.Side).OrderByDescending(one => one.Value).Take(2).ToArray();
            if (counted.Length == 1 || (counted.Length == 2 && counted[0].Value > counted[1].Value)) sides[speaker.Key] = counted[0].Key;
        }

        return sides;
    }

    private (string Name, bool TakesPart) SideOf(Attribution said, Encounter encounter, Dictionary<string, string> speaksFor) =>
        said.Speaker is { } known && speaksFor.TryGetValue(known, out string? always) ? (always, true)
        : Participant(said.OnBehalfOf, encounter) is { } principal ? (principal, true)
        : Participant(said.Speaker, encounter) is { } speaker ? (speaker, true)
        : Led(said.OnBehalfOf ?? said.Speaker, encounter) is { } side ? (side, true)
        : (said.OnBehalfOf ?? said.Speaker ?? "not told", false);

    private string? Participant(string? name, Encounter encounter)
    {
        if (name is null) return null;
        string key = new ParticipantKey([name]).Of(name);
        return encounter.Participants.FirstOrDefault(participant => _names.Of(participant) == key || new ParticipantKey([participant]).Of(participant) == key);
    }

    // "The Kremlin" speaks for whoever leads the state, a president for a state that takes part; null where two could be meant.
    private static string? Led(string? name, Encounter encounter)
    {
        if (name is null || (Sides.OfBody(ActorKey.Of(name)) ?? Sides.OfPerson(ActorKey.Of(name))) is not { } state) return null;
        string[] same = [.. encounter.Participants.Where(participant => ActorKey.Of(participant) is var key && (Sides.OfBody(key) ?? Sides.OfPerson(key)) == state)];
        return same is [var one] ? one : null;
    }

    private static int Compare(AppearanceRow left, AppearanceRow right) =>
        Nullable.Compare(left.Article.Published?.Date, right.Article.Published?.Date) is not 0 and var byDay ? byDay
        : string.CompareOrdinal(left.Article.Id, right.Article.Id) is not 0 and var byArticle ? byArticle
        : left.Attribution.Content[0].CompareTo(right.Attribution.Content[0]) is not 0 and var byPlace ? byPlace
        : string.CompareOrdinal(left.Id, right.Id);
}
