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
    /// <param name="title">The headline somebody else gives; it need not be the printed one. Null when nobody does.</param>
    public static PastedText Read(string text, string? title)
    {
        string[] lines = [.. text.Split('\n', '\r', '\u2028', '\u2029').Select(line => Words.Collapse(line)).Where(line => line.Length > 0)];
        PastedText found = new();
        found.Sort(lines, title);
        return found;
    }

    private void Sort(string[] lines, string? title)
    {
        int firstProse = Array.FindIndex(lines, line => PastedLine.IsProse(line) && PastedLine.Judge(line) == LineKind.Words);
        if (firstProse < 0) firstProse = lines.Length;
        bool afterRelated = false;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            LineKind kind = PastedLine.Judge(line);
            bool above = i < firstProse || body.Count == 0;
            if (kind == LineKind.EndOfArticle && body.Count(b => PastedLine.IsProse(b.Text)) >= 2) break;
            if (kind == LineKind.Related) { afterRelated = true; continue; }
            if (kind == LineKind.Caption) { captions.Add(line); continue; }
            if (kind == LineKind.Credit) { credits.Add(line); continue; }
            if (kind != LineKind.Words) continue;
            if (above && i < firstProse && ReadHead(line, i, lines, firstProse, title)) continue;
            bool prose = PastedLine.IsProse(line);
            // Headlines of other articles follow their heading until the text goes on.
            if (afterRelated && !prose) continue;
            afterRelated = false;
            if (PastedLine.IsListItem(line)) body.Add((BlockKind.ListItem, line));
            else body.Add((PastedLine.IsHeading(line) ? BlockKind.Heading : BlockKind.Paragraph, line));
        }

        // A heading with nothing below it belongs to what came after the article.
        while (body.Count > 0 && body[^1].Kind == BlockKind.Heading && body.Any(b => b.Kind == BlockKind.Paragraph)) body.RemoveAt(body.Count - 1);
    }

    /// <summary>Reads a line above the first paragraph; false when it is part of the text after all.</summary>
    private bool ReadHead(string line, int at, string[] lines, int firstProse, string? title)
    {
        if (PastedLine.IsSectionLabel(line)) return true;
        bool headlineLike = PastedLine.IsHeadline(line) || title is not null && Facts.Headline.Likeness(line, title) >= 0.7 && line.Length <= 250;
        if (Bylines.Read(line, marked: false) is { } names && PastedLine.CountWords(line) <= 14)
        {
            Byline ??= names;
            Published ??= Dates.Find(line);
            return true;
        }

        if (Dates.Find(line) is { } date && PastedLine.CountWords(line) <= 9 && (Headline is not null || !headlineLike || PastedLine.CountWords(line) <= 6))
        {
            Published ??= date;
            return true;
        }

        // A text without a single paragraph is taken as it is.
        if (Headline is not null || !headlineLike || at >= lines.Length - 1 || firstProse == lines.Length && lines.Length < 3) return false;
        Headline = line;
        return true;
    }
}
