using AngleSharp.Dom;

namespace Rapporteur.Extraction.Html;

/// <summary>Knows parts of a page that a reader does not see until something is pressed, if ever.</summary>
internal static class Unseen
{
    /// <summary>Whether a span in a line of text is a menu that opens over it: several links and next to nothing else.</summary>
    public static bool IsMenu(IElement span)
    {
        if (span.ChildElementCount == 0) return false;
        // A word with its menu behind it: the word stays, the menu is met further down.
        if (span.ChildElementCount > 1 && span.FirstElementChild is { LocalName: "a" } && span.LastElementChild is { LocalName: not "a" }) return false;
        // A menu shows itself early; a span around half the page is not walked through again and again.
        const int Enough = 60;
        int found = 0, seen = 0, linked = 0, text = 0;
        Stack<(INode Node, bool Linked)> open = new([(span, false)]);
        while (open.TryPop(out var next) && seen++ < Enough)
        {
            if (next.Node is IText words)
            {
                int letters = words.Data.AsSpan().Trim().Length;
                text += letters;
                if (next.Linked) linked += letters;
                continue;
            }

            bool link = next.Node is IElement { LocalName: "a" };
            if (link) found++;
            foreach (INode child in next.Node.ChildNodes) open.Push((child, next.Linked || link));
        }

        return found >= 3 && linked > 0.6 * text;
    }

    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden")) return true;
        string? style = element.GetAttribute("style");
        if (style is null) return false;
        int display = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return display >= 0 && style.AsSpan(display + 7).TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
