using Rapporteur.Extraction.Facts;
using Rapporteur.Extraction.Html;

namespace Rapporteur.Extraction.Pasted;

/// <summary>Cleans text as somebody copied it from a page: one paragraph a line, with the page's furniture in between.</summary>
internal sealed class PastedText
{
    private readonly List<(BlockKind Kind, string Text)> body = [];
    private readonly List<string> captions = [];
    private readonly List<string> credits = [];

    /// <summary>The text's own headline; null when it begins without one.</summary>
    public string? Headline { get; private set; }

    public string? Byline { get; private set; }

    public PressTime? Published { get; private set; }

    public IReadOnlyList<(BlockKind Kind, string Text)> Body => body;

    public IReadOnlyList<string> Captions => captions;

    /// <summary>Lines that were taken out because they only name the sources of the report.</summary>
    public IReadOnlyList<string> CreditLines => credits;

    /// <summary>Cleans one text.</summary>
    /// <param name="text">The characters of the file.</param>
    /// <param name="outlet">The outlet's name, which may stand on a line of its own; null when unknown.</param>
    /// <param name="title">The headline somebody else gives; it need not be the printed one. Null when nobody does.</param>
    public static PastedText Read(string text, string? title, string? outlet)
    {
        string[] lines = [.. text.Split('\n', '\r', '\u2028', '\u2029').Select(line => Words.Collapse(line)).Where(line => line.Length > 0)];
        PastedText found = new();
        found.Sort(lines, title, outlet);
        return found;
    }

    private void Sort(string[] lines, string? title, string? outlet)
    {
        int firstProse = Array.FindIndex(lines, line => PastedLine.IsProse(line) && PastedLine.Judge(line) == LineKind.Words);
        if (firstProse < 0) firstProse = lines.Length;
        int printed = PrintedHeadline(lines, firstProse, title, outlet);
        bool afterRelated = false;
        int paragraphs = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            LineKind kind = PastedLine.Judge(line);
            if (kind == LineKind.EndOfArticle && paragraphs >= 2) break;
            if (kind == LineKind.Related) { afterRelated = true; continue; }
            if (kind == LineKind.Caption) { captions.Add(line); continue; }
            if (kind == LineKind.Credit) { credits.Add(line); continue; }
            if (kind != LineKind.Words) continue;
            if (i < firstProse && (IsOutlet(line, outlet) || ReadHead(line, i, lines, firstProse, printed))) continue;
            if (DateLines.Matches(line))
            {
                Published ??= Dates.Find(line);
                continue;
            }

            bool prose = PastedLine.IsProse(line);
            // Headlines of other articles follow their heading until the text goes on.
            if (prose) paragraphs++;
            if (afterRelated && !prose) continue;
            afterRelated = false;
            if (PastedLine.IsListItem(line)) body.Add((BlockKind.ListItem, line));
            else body.Add((PastedLine.IsHeading(line) ? BlockKind.Heading : BlockKind.Paragraph, line));
        }

        // A heading with nothing below it belongs to what came after the article.
        bool hasText = body.Any(b => b.Kind == BlockKind.Paragraph);
        while (hasText && body[^1].Kind == BlockKind.Heading) body.RemoveAt(body.Count - 1);
    }

    private static bool IsOutlet(string line, string? outlet) =>
        outlet is not null && line.StartsWith(outlet, StringComparison.OrdinalIgnoreCase) && PastedLine.CountWords(line) <= PastedLine.CountWords(outlet) + 2;

    /// <summary>The line that prints the headline: the one like the headline known from elsewhere, else the first that could be one; -1 when none could.</summary>
    private static int PrintedHeadline(string[] lines, int firstProse, string? title, string? outlet)
    {
        int first = -1, best = -1;
        double most = 0.5;
        for (int i = 0; i < Math.Min(firstProse, lines.Length - 1); i++)
        {
            if (PastedLine.Judge(lines[i]) != LineKind.Words || PastedLine.IsSectionLabel(lines[i]) || !PastedLine.IsHeadline(lines[i])) continue;
            if (IsOutlet(lines[i], outlet) || DateLines.Matches(lines[i]) || Bylines.Read(lines[i], marked: false) is not null) continue;
            if (first < 0) first = i;
            double like = title is null ? 0 : Facts.Headline.Likeness(lines[i], title);
            if (like < most) continue;
            most = like + 0.01;
            best = i;
        }

        return best >= 0 ? best : first;
    }

    /// <summary>Reads a line above the first paragraph; false when it is part of the text after all.</summary>
    private bool ReadHead(string line, int at, string[] lines, int firstProse, int printed)
    {
        if (PastedLine.IsSectionLabel(line)) return true;
        if (PastedLine.IsBreadcrumb(line))
        {
            Published ??= Dates.Find(line);
            return true;
        }

        // A text without a single paragraph and with hardly a line is taken as it is.
        if (at == printed && (firstProse < lines.Length || lines.Length > 2))
        {
            Headline = line;
            return true;
        }

        if (Bylines.Read(line, marked: false) is { } names && PastedLine.CountWords(line) <= 14)
        {
            Byline ??= names;
            Published ??= Dates.Find(line);
            return true;
        }

        if (DateLines.Matches(line) || Dates.Find(line) is not null && PastedLine.CountWords(line) <= 9 && !Prose.EndsSentence(line))
        {
            Published ??= Dates.Find(line);
            return true;
        }

        // Two or three names between headline and date are who wrote it.
        if (Headline is not null && at + 1 < lines.Length && PastedLine.IsName(line) && PastedLine.Judge(lines[at + 1]) == LineKind.Furniture)
        {
            Byline ??= line;
            return true;
        }

        // What stands above the headline, and is no sentence, is the page's.
        return at < printed && !PastedLine.IsProse(line) && PastedLine.CountWords(line) <= 8;
    }
}
