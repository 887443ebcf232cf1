using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Rapporteur.Extraction.Facts;
using Rapporteur.Extraction.Html;

namespace Rapporteur.Extraction.Pasted;

/// <summary>What a line of pasted text is.</summary>
internal enum LineKind
{
    Words,
    Furniture,
    Caption,

    /// <summary>It only names whose work the report contains.</summary>
    Credit,

    /// <summary>The heading over links to other articles.</summary>
    Related,

    /// <summary>Readers' comments begin: nothing after it is the article's.</summary>
    EndOfArticle,
}

/// <summary>Tells the lines of pasted text apart.</summary>
internal static partial class PastedLine
{
    private static readonly FrozenSet<string> Sections = DataFile.Lines("section-labels.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Longest headline of the pasted pages: 120 characters.
    private const int LongestHeadline = 220;

    public static LineKind Judge(string line)
    {
        if (EndMark().IsMatch(line)) return LineKind.EndOfArticle;
        if (RelatedMark().IsMatch(line)) return LineKind.Related;
        if (Agency().IsMatch(line)) return Credits.NamesAgency(line) ? LineKind.Credit : LineKind.Words;
        if (FurnitureLines.Matches(line) || Noise().IsMatch(line)) return LineKind.Furniture;
        if (CaptionLines.Matches(line)) return LineKind.Caption;
        return Credits.IsCreditLine(line) ? LineKind.Credit : LineKind.Words;
    }

    /// <summary>A sentence or more.</summary>
    public static bool IsProse(string line)
    {
        int words = CountWords(line);
        return words >= 25 || words >= 8 && Prose.EndsSentence(line) && !line.EndsWith(':');
    }

    /// <summary>Could stand above an article: some words, one line, no full stop at its end.</summary>
    public static bool IsHeadline(string line) =>
        line.Length <= LongestHeadline && CountWords(line) >= 3 && !EndsWithFullStop(line);

    /// <summary>A short line without the end of a sentence.</summary>
    public static bool IsHeading(string line) => CountWords(line) <= 16 && !Prose.EndsSentence(line) && line[^1] is not (',' or '-' or '–' or '—') && line[0] is not ('—' or '–' or '@' or '"' or '“' or '«');

    public static bool IsListItem(string line) => Bullet().IsMatch(line);

    /// <summary>"Courier » World » Islands", "Courier | World": where on the site the page stands.</summary>
    public static bool IsBreadcrumb(string line) => CountWords(line) <= 9 && !Prose.EndsSentence(line) && Crumbs().IsMatch(line);

    /// <summary>Two or three capitalised words and nothing else.</summary>
    public static bool IsName(string line) => Name().IsMatch(line);

    public static bool IsSectionLabel(string line) => Sections.Contains(line.Trim(' ', '•', '|', '/', '>', '»', '·', '-', ':', '*'));

    public static int CountWords(string line) => Prose.CountWords(line);

    private static bool EndsWithFullStop(string line)
    {
        ReadOnlySpan<char> end = line.AsSpan().TrimEnd(" \"'”’»)]");
        // "Talks may resume..." and "of the U.S." end in dots that end no sentence.
        return end.EndsWith(".", StringComparison.Ordinal) && !end.EndsWith("..", StringComparison.Ordinal) && !(end.Length > 3 && end[^3] is '.' or ' ') || end.EndsWith("。", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\W*(?:leave an? (?:reply|comment).*|comments?|\d+ comments?|comments? \(?\d+\)?|join the (?:conversation|discussion).*|post a comment|your e-?mail address will not be published.*|(?:commentaires?|kommentare?|комментарии|коментарі|comentarios|comentários|commenti|komentari)(?: \(?\d+\)?)?)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex EndMark();

    [GeneratedRegex(@"^\W*(?:related(?: (?:posts?|articles?|stories|news|topics|content))?|(?:you (?:may|might) (?:also )?(?:like|be interested in))|more (?:from|on|stories|news)\b.{0,30}|most (?:read|popular)|read (?:more|also|next)|see also|also read|recommended(?: for you)?|trending(?: now)?|latest (?:news|posts)|popular posts?)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex RelatedMark();

    // No letters at all (counters, clocks, prices); a note in square brackets; a durations or view counter; initials of those who typed it.
    [GeneratedRegex(@"^[^\p{L}]*$|^\[[^\[\]]{1,300}\]$|^\W*(?:duration|length|updated|published(?: (?:at|on))?|orig date|last updated|posted(?: on)?)\s*:?[\d\s:./,-]*$|^\W*\d+\s?(?:min|mins|minutes?|sec|hours?|days?|weeks?)(?: (?:ago|read))?\W*$|^\W*(?:high |low )?(?:\d+ )?views?\W*$|^[a-z]{2,4}(?:/[a-z]{2,4}){1,3}$|^\W*(?:podijeli|teilen|partager|compartir|compartilhar|condividi|поделиться|поділитися|udostępnij|sdílet)\W*$|^https?://\S+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\S\s+[»›>|]\s+\S", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Crumbs();

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,2}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Name();

    // A town, a mark and an agency: the dateline of a page that prints it on a line of its own.
    [GeneratedRegex(@"^\p{Lu}[\p{L} .-]{1,30}\s[•·|]\s\p{Lu}[\p{L} .-]{1,30}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Agency();

    [GeneratedRegex(@"^(?:[•▪●■◦‣*]\s+|\d{1,2}[.)]\s+)\S", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Bullet();
}
