using System.Text.RegularExpressions;

namespace Rapporteur.Extraction.Facts;

/// <summary>Finds the agencies and outlets whose work an article says it contains.</summary>
/// <remarks>
/// Only where the place says so: a dateline ("GENEVA (Reuters) -", "/TASS/"), a line of its own ("Source: AFP", "With inputs
/// from agencies"), a sentence about the making of the report, or the byline. "Reuters reported last month" is news, not a credit.
/// </remarks>
internal static partial class Credits
{
    private static readonly string Agencies = string.Join('|', DataFile.Lines("agencies.txt").OrderByDescending(name => name.Length).Select(Regex.Escape));

    private static readonly Regex Agency = new($@"(?<![\p{{L}}\d])(?:{Agencies})(?![\p{{L}}\d])", RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromMilliseconds(PatternTime.Unlimited));

    // A credit at the head of a paragraph stands within its first words.
    private const int Dateline = 90;

    // Longest sentence about the making of a report seen in the pasted pages: 120 characters.
    private const int LongestCredit = 260;

    /// <summary>The names credited, as written, each once, in order of first mention.</summary>
    public static IReadOnlyList<string> Find(string? byline, IReadOnlyList<string> paragraphs)
    {
        List<string> found = [];
        if (byline is { Length: < 200 }) AddAll(found, byline);
        for (int i = 0; i < paragraphs.Count; i++)
        {
            string paragraph = paragraphs[i];
            if (InDateline(paragraph, i < 3) is { } head) Add(found, head);
            string end = paragraph.Length <= LongestCredit ? paragraph : paragraph[^LongestCredit..];
            // Half of the pattern tries every capital letter; only with these words can it match.
            Regex making = end.Contains("contributed to this", StringComparison.OrdinalIgnoreCase) ? Making() : MakingAhead();
            foreach (Match match in making.Matches(end)) AddNames(found, match.Groups["names"].Value, match.Value.Contains("reporting", StringComparison.OrdinalIgnoreCase));
            if (paragraph.Length <= LongestCredit && SourceLine().IsMatch(paragraph) && paragraph.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) AddNames(found, paragraph[(colon + 1)..], bureaus: false);
            bool last = i >= paragraphs.Count - 3;
            if (last && paragraph.Length <= 60 && Agency.Match(paragraph) is { Success: true } alone && LettersOf(paragraph) <= LettersOf(alone.Value) + 6) Add(found, alone.Value);
            else if (last && Closing().Match(paragraph) is { Success: true } closing && Agency.IsMatch(closing.Groups["name"].Value)) AddAll(found, closing.Groups["name"].Value);
        }

        return found;
    }

    /// <summary>Whether a line is nothing but a credit: it is recorded, and is no part of the news.</summary>
    public static bool IsCreditLine(string line) =>
        line.Length <= LongestCredit && SourceLine().IsMatch(line)
        || line.Length <= 60 && Agency.Match(line) is { Success: true } name && LettersOf(line) <= LettersOf(name.Value);

    /// <summary>Whether a known agency is named.</summary>
    public static bool NamesAgency(string line) => Agency.IsMatch(line);

    private static string? InDateline(string paragraph, bool nearTop)
    {
        string head = paragraph.Length > Dateline ? paragraph[..Dateline] : paragraph;
        Match slashes = Slashes().Match(head);
        if (slashes.Success) return slashes.Groups["name"].Value.Trim();
        Match brackets = Brackets().Match(head);
        if (!brackets.Success) return null;
        string name = brackets.Groups["name"].Value.Trim();
        if (Agency.Match(name) is { Success: true } known) return known.Value;
        // An agency we do not know: only with the dash that ends a dateline, and near the top.
        return nearTop && brackets.Groups["dash"].Success && brackets.Index > 0 && name.Length <= 30 && char.IsUpper(name[0]) && !name.Any(char.IsDigit) ? name : null;
    }

    /// <summary>Known agencies, or else the first name of an outlet; "reporting by the bureaus in two towns" names no outlet.</summary>
    private static void AddNames(List<string> found, string names, bool bureaus)
    {
        if (Agency.IsMatch(names)) AddAll(found, names);
        else if (!bureaus && Outlets().Match(names) is { Success: true } outlet) Add(found, outlet.Value.Trim());
    }

    private static void AddAll(List<string> found, string text)
    {
        foreach (Match match in Agency.Matches(text)) Add(found, match.Value);
    }

    private static void Add(List<string> found, string name)
    {
        name = name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
        if (name.Length > 1 && !found.Contains(name, StringComparer.OrdinalIgnoreCase)) found.Add(name);
    }

    private static int LettersOf(string text) => text.Count(char.IsLetter);

    [GeneratedRegex(@"[/\\](?<name>\p{Lu}[\p{L} .&-]{1,30})[/\\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"(?:^|\s)\((?<name>[\p{L}][\p{L}\d .&/-]{1,40})\)\s*(?<dash>[-–—―:])?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Brackets();

    private const string Ahead = @"(?:(?:this|the) (?:report|article|story|piece)(?: also)? (?:includes?|contains?|was (?:compiled|prepared|written|produced)|draws on|uses|is based on)|contributions? (?:from|by)|with (?:additional )?(?:reporting|inputs?|contributions?|information|material|files?) (?:from|by)|additional reporting (?:from|by)|reporting by|(?:based on|compiled from) (?:reports?|material|information) (?:from|by))\s+(?<names>[^.]{2,200})";

    [GeneratedRegex(Ahead, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex MakingAhead();

    [GeneratedRegex(Ahead + @"|(?<names>[\p{Lu}][^.]{2,120}?)\s+contributed to this (?:report|article|story)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Making();

    [GeneratedRegex(@"(?:[-–—]\s*|\()(?<name>[\p{L}][\p{L}\d ./&-]{1,40})\)?\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^\W*(?:(?:news )?sources?|agenc(?:y|ies)|credits?|quelle|fuente|fonte|źródło|izvor|zdroj|источник|джерело|πηγή)\s*:\s*\S.{0,120}$|^\W*(?:with|compiled from) (?:inputs?|reports?|material|files?|information) (?:from|by) .{2,120}$|^\W*\(?(?:(?:additional )?reporting|writing|editing) by .{2,200}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"(?:\p{Lu}[\p{L}\d.&'’-]*)(?:\s+(?:of\s+|the\s+)?\p{Lu}[\p{L}\d.&'’-]*){0,4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Outlets();
}
