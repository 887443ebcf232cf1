using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Rapporteur.Matching;

/// <summary>Who holds which high office of which state, as an article says it: "Torvanian President Oslin Varr", "Edda Quill, the defence minister of Halm".</summary>
internal sealed partial class Offices
{
    // A longer word is none, and would be looked through again from each of its capitals.
    private const string Name = @"\p{Lu}[\p{L}.\-]{0,60}(?:\s+\p{Lu}[\p{L}.\-]{0,60}){0,3}";
    private const string Word = @"\p{Lu}[\p{L}.\-]{1,60}";

    private static readonly FrozenDictionary<string, string> Kinds = ContentWords.Lines("offices").Select(line => line.Split('\t'))
        .SelectMany(names => names.Select(name => (Name: name, Kind: names[0]))).ToFrozenDictionary(pair => pair.Name, pair => pair.Kind, StringComparer.Ordinal);

    private static readonly string Office = $"(?<office>(?i:{string.Join('|', Kinds.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(name => name.Replace(" ", @"\s+", StringComparison.Ordinal)))}))";

    private static readonly Regex Before = Pattern($@"\b(?<state>{Word})(?:['’]s)?\s+{Office}\s+(?<who>{Name})");
    private static readonly Regex After = Pattern($@"(?<who>{Name}),\s+(?:the\s+)?(?:(?<state>{Word})(?:['’]s)?\s+{Office}|{Office}\s+of\s+(?:the\s+)?(?<state>{Word}))");
    private static readonly Regex Bare = Pattern($@"\b{Office}\s+(?<who>{Name})(?:\s+of\s+(?:the\s+)?(?<state>{Word}))?");
    private static readonly Regex Described = Pattern($@"^(?:[Tt]he\s+|[Hh]is\s+|[Hh]er\s+|[Ii]ts\s+)?(?:(?<state>{Word})(?:['’]s)?\s+)?(?:\p{{Ll}}+\s+)?{Office}(?:\s+of\s+(?:the\s+)?(?<state>{Word}))?$");

    private readonly Dictionary<string, string> _stateOf = new(StringComparer.Ordinal);
    private readonly HashSet<(string Office, string Who)> _holders = [];
    private readonly IReadOnlySet<string> _words;

    private Offices(IReadOnlySet<string> words) => _words = words;

    /// <summary>Reads an article.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="words">Its words, folded.</param>
    public static Offices In(string text, IReadOnlySet<string> words)
    {
        Offices offices = new(words);
        foreach (Match match in Before.Matches(text).Concat(After.Matches(text)).Concat(Bare.Matches(text))) offices.Keep(match);
        return offices;
    }

    /// <summary>The state for which a person speaks by his office, known by the last word of his name; null when the article tells none.</summary>
    public string? StateOf(string actorKey) => _stateOf.GetValueOrDefault(actorKey.Split(' ')[^1]);

    /// <summary>Whom a speaker without a name is: the holder whom the article names, or the state; null for what is no office or nobody's.</summary>
    /// <param name="speaker">As written: "Torvania’s president", "the prime minister".</param>
    public (string? Who, string? State) Meant(string speaker)
    {
        if (Described.Match(speaker) is not { Success: true } match) return default;
        string? state = State(match);
        string kind = Kind(match);
        string[] holders = [.. _holders.Where(holder => holder.Office == kind && (state is null || StateOf(holder.Who) is null || StateOf(holder.Who) == state)).Select(holder => holder.Who).Distinct(StringComparer.Ordinal)];
        return holders is [var one] ? (one, StateOf(one) ?? state) : (null, state);
    }

    /// <summary>The state that a word is or belongs to: "Halmian" is "halm" where the article writes of Halm.</summary>
    /// <param name="word">As written.</param>
    public string? StateNamed(string word)
    {
        string folded = string.Concat(Folding.Words(word));
        if (StateNames.Of(folded) is { } known) return known;
        if (folded.Length < 4 || !WordMeanings.Shared.IsNameOnly(folded)) return null;
        // The name that the adjective is made from is shorter, and all but its last letter stands in it.
        return _words.Where(other => other.Length >= 4 && other.Length < folded.Length && folded.Length - other.Length <= 3 && folded.StartsWith(other[..^1], StringComparison.Ordinal) && WordMeanings.Shared.IsNameOnly(other))
            .OrderByDescending(other => other.Length).ThenBy(other => other, StringComparer.Ordinal).FirstOrDefault() ?? folded;
    }

    private void Keep(Match match)
    {
        string who = ActorKey.Of(match.Groups["who"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
        if (who.Length == 0) return;
        _holders.Add((Kind(match), who));
        if (State(match) is { } state) _stateOf.TryAdd(who, state);
    }

    private string? State(Match match) => match.Groups["state"] is { Success: true } state ? StateNamed(state.Value) : null;

    private static string Kind(Match match) => Kinds[string.Join(' ', match.Groups["office"].Value.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(PatternTime.Unlimited));
}
