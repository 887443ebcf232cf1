using System.Text.RegularExpressions;

namespace Rapporteur.Matching;

/// <summary>Finds for whom an article says that somebody speaks: "harbour board spokeswoman Mira Tolland", "Tolland, spokesman of the Board".</summary>
internal static partial class Spokesmen
{
    private const string Office = "(?:[Ss]pokes(?:man|woman|person)|[Pp]ress secretary)";
    private const string Name = @"\p{Lu}[\p{L}.\-]*(?:\s+\p{Lu}[\p{L}.\-]*){0,3}";

    /// <summary>Keys of names by the key of the last word of the spokesman's name.</summary>
    public static IReadOnlyDictionary<string, string> In(string text)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (Match match in Before().Matches(text).Concat(After().Matches(text)))
        {
            string who = ActorKey.Of(match.Groups["who"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
            string body = match.Groups["body"].Value;
            if (body.StartsWith("The ", StringComparison.Ordinal)) body = body[4..];
            if (body.Length > 0 && who.Length > 0) found.TryAdd(who, ActorKey.Of(body));
        }

        return found;
    }

    [GeneratedRegex($@"(?<body>{Name})(?:['’]s)?\s+(?:[a-z]+\s+)?{Office},?\s+(?<who>{Name})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();

    [GeneratedRegex($@"(?<who>{Name}),\s+(?:the\s+|a\s+)?(?:(?<body>{Name})(?:['’]s)?\s+(?:[a-z]+\s+)?{Office}|{Office}\s+(?:for|of)\s+(?:the\s+)?(?<body>{Name}))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex After();
}
