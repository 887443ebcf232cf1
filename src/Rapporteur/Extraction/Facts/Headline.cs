namespace Rapporteur.Extraction.Facts;

/// <summary>Chooses the headline among what a page offers, and parts it from the outlet's name.</summary>
internal static class Headline
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • "];

    /// <summary>The printed headline when a description of the page bears it out, else the description.</summary>
    /// <param name="printed">First-level headings of the page, in order, furniture left out.</param>
    /// <param name="described">What metadata call it; null when they are silent.</param>
    /// <param name="pageTitle">The title element.</param>
    /// <param name="outlet">The outlet's name, to be cut off the end; null when unknown.</param>
    public static string? Choose(IReadOnlyList<string> printed, string? described, string? pageTitle, string? outlet)
    {
        string? known = described ?? pageTitle;
        string? best = printed.Where(h => known is not null && (Likeness(h, known) >= 0.5 && (outlet is null || !h.Equals(outlet, StringComparison.OrdinalIgnoreCase)))).MaxBy(h => Likeness(h, known!));
        if (best is not null) return best;
        string? cut = described is null ? WithoutOutlet(pageTitle, outlet) : WithoutOutlet(described, outlet, onlyOutlet: true);
        return cut ?? (printed.Count == 1 ? printed[0] : null);
    }

    /// <summary>Share of the words of the shorter text that the longer has as well.</summary>
    public static double Likeness(string one, string other)
    {
        HashSet<string> a = WordsOf(one), b = WordsOf(other);
        if (a.Count == 0 || b.Count == 0) return 0;
        int both = a.Count(b.Contains);
        return (double)both / Math.Min(a.Count, b.Count) * (Math.Min(a.Count, b.Count) < 3 && a.Count != b.Count ? 0.5 : 1);
    }

    /// <summary>"Talks resume | The Courier" without the outlet. Where its name is not known, the longest part is the headline.</summary>
    private static string? WithoutOutlet(string? title, string? outlet, bool onlyOutlet = false)
    {
        if (title is null) return null;
        foreach (string separator in Separators)
        {
            int last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last <= 0) continue;
            string tail = title[(last + separator.Length)..];
            if (outlet is not null && Likeness(tail, outlet) >= 0.6) return title[..last].Trim();
            if (onlyOutlet) continue;
            // "Minister - ministry says" is a headline; only a bar never belongs to one.
            if (separator is " | " or " :: " or " » ") return title.Split(separator).MaxBy(part => part.Length)!.Trim();
            if (outlet is null && tail.Length <= 30 && tail.Length * 2 < last) return title[..last].Trim();
        }

        return title;
    }

    private static HashSet<string> WordsOf(string text)
    {
        HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i])) { if (start < 0) start = i; }
            else if (start >= 0) { words.Add(text[start..i]); start = -1; }
        }

        return words;
    }
}
