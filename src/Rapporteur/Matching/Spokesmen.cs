using System.Text.RegularExpressions;

namespace Rapporteur.Matching;

/// <summary>Finds for whom an article says that somebody speaks: "harbour board spokeswoman Mira Tolland", "Tolland, spokesman of the Board".</summary>
internal static partial class Spokesmen
{
    private const string Office = "(?:[Ss]pokes(?:man|woman|person)|[Pp]ress secretary)";
    // A longer word is none, and would be looked through again from each of its capitals.
    private const string Name = @"\p{Lu}[\p{L}.\-]{0,60}(?:\s+\p{Lu}[\p{L}.\-]{0,60}){0,3}";

    /// <summary>For whom they speak (<see cref="Sides.OfPrincipal"/>), by the key of the last word of the spokesman's name.</summary>
    /// <param name="text">The article.</param>
    /// <param name="published">Its day, or null.</param>
    public static IReadOnlyDictionary<string, string> In(string text, DateOnly? published = null)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        Lazy<IReadOnlyList<string>> words = new(() => Folding.Words(text));
        Lazy<IReadOnlySet<string>> states = new(() => Sides.In(words.Value));
        foreach (Match match in Before().Matches(text).Concat(After().Matches(text)))
        {
            string who = ActorKey.Of(match.Groups["who"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
            string body = match.Groups["body"].Value;
            if (body.StartsWith("The ", StringComparison.Ordinal)) body = body[4..];
            if (body.Length > 0 && who.Length > 0) found.TryAdd(who, Sides.OfPrincipal(body, states.Value, published));
        }

        // "Spokesman Orla Benn" of an article about one seat of power.
        foreach (Match match in Bare().Matches(text))
        {
            string who = ActorKey.Of(match.Groups["who"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
            if (found.ContainsKey(who) || Sides.OnlySeat(string.Join(' ', words.Value)) is not { } seat) continue;
            found[who] = Sides.OfPrincipal(seat, states.Value, published);
        }

        return found;
    }

    [GeneratedRegex($@"(?<body>{Name})(?:['’]s)?\s+(?:[a-z]+\s+)?{Office},?\s+(?<who>{Name})", RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex Before();

    [GeneratedRegex($@"\b{Office}\s+(?<who>{Name})", RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex Bare();

    [GeneratedRegex($@"(?<who>{Name}),\s+(?:the\s+|a\s+)?(?:(?<body>{Name})(?:['’]s)?\s+(?:[a-z]+\s+)?{Office}|{Office}\s+(?:for|of)\s+(?:the\s+)?(?<body>{Name}))", RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex After();
}
