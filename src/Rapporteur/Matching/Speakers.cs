using System.Text.RegularExpressions;
using Rapporteur.Text;

namespace Rapporteur.Matching;

/// <summary>Whose words they are when an article names a speaker by his office or not at all: "Torvania’s president", "his spokesman", "a spokesperson for the harbour board".</summary>
internal sealed partial class Speakers
{
    private readonly IReadOnlyDictionary<string, string> _spokesmen;
    private readonly Offices _offices;
    private readonly IReadOnlySet<string> _words;
    private readonly Dictionary<string, string> _named;
    private readonly DateOnly? _published;
    private readonly Lazy<string?> _onlySeat;

    private Speakers(IReadOnlyDictionary<string, string> spokesmen, Offices offices, IReadOnlySet<string> words, Dictionary<string, string> named, DateOnly? published, Lazy<string?> onlySeat) =>
        (_spokesmen, _offices, _words, _named, _published, _onlySeat) = (spokesmen, offices, words, named, published, onlySeat);

    /// <summary>Reads an article.</summary>
    public static Speakers In(Article article, AnnotatedText text)
    {
        DateOnly? published = article.Published?.Date;
        IReadOnlyList<string> inOrder = Folding.Words(text.Text);
        HashSet<string> words = new(inOrder, StringComparer.Ordinal);
        // By their last words, the fullest first.
        Dictionary<string, string> named = text.Attributions.SelectMany(attribution => new[] { attribution.Speaker, attribution.OnBehalfOf }).OfType<string>().Select(ActorKey.Of)
            .GroupBy(key => key.Split(' ')[^1], StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.OrderByDescending(key => key.Length).ThenBy(key => key, StringComparer.Ordinal).First(), StringComparer.Ordinal);
        return new Speakers(Spokesmen.In(text.Text, published), Offices.In(text.Text, words), words, named, published, new(() => Sides.OnlySeat(string.Join(' ', inOrder))));
    }

    /// <summary>The key of the one who is meant; the key of the words as they are where the article does not tell more.</summary>
    public string Actor(string speaker)
    {
        // "The Kremlin today said".
        if (speaker.EndsWith(" today", StringComparison.OrdinalIgnoreCase)) speaker = speaker[..^" today".Length];
        string key = ActorKey.Of(speaker);
        if (Spokesperson().Match(speaker) is { Success: true } spokesman) return Principal(spokesman.Groups["body"].Value) ?? key;
        (string? who, string? state) = _offices.Meant(speaker);
        return who is not null ? _named.GetValueOrDefault(who, who) : state ?? key;
    }

    /// <summary>Whose spokesman the article calls this actor, or null.</summary>
    public string? PrincipalOf(string actorKey) => _spokesmen.GetValueOrDefault(actorKey.Split(' ')[^1]);

    /// <summary>For which state the article says that this actor holds a high office, or null.</summary>
    public string? StateOf(string actorKey) => _offices.StateOf(actorKey) is { } state && state != actorKey ? state : null;

    // What an unnamed spokesman says is said by the one spokesman named, else by the side itself.
    private string? Principal(string body)
    {
        string[] known = [.. _spokesmen.Keys.Where(_named.ContainsKey)];
        if (body.Length == 0) return known is [var only] ? _named[only] : _onlySeat.Value is { } seat ? Sides.OfPrincipal(seat, Sides.In(_words), _published) : null;
        string last = ActorKey.Of(body.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
        string side = _offices.StateOf(last) ?? Sides.OfPrincipal(body, Sides.In(_words), _published);
        string[] his = [.. known.Where(one => _spokesmen[one] == side)];
        return his is [var one] ? _named[one] : side;
    }

    // "his spokesman", "the Harbour Board’s spokeswoman", "a spokesperson for the Harbour Board".
    [GeneratedRegex(@"^(?:(?:the|a|an|his|her|its|their)\s+)?(?:(?<body>\p{Lu}[\p{L}.\- ]{0,200}?)(?:['’]s)?\s+)?(?:\p{Ll}+\s+)?(?:[Ss]pokes(?:man|woman|person)|[Pp]ress secretary)(?:\s+(?:for|of)\s+(?:the\s+)?(?<body>\p{Lu}.*))?$", RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex Spokesperson();
}
