using Rapporteur.Text;

namespace Rapporteur.Matching;

/// <summary>The words around a quotation that says little by itself: its sentence, and the one before.</summary>
internal static class SurroundingSentences
{
    // More than most sentences have; a paragraph without full stops must not become the context as a whole.
    private const int Longest = 240;

    /// <summary>The text on both sides of the spans, the spans themselves left out. Empty when the spans are the whole text.</summary>
    public static string Of(string text, IReadOnlyList<TextSpan> content)
    {
        if (content.Count == 0) return "";
        int start = content[0].Start, end = content[^1].End;
        int from = Before(text, Before(text, start) - 1);
        int until = After(text, end);
        List<string> around = [text[from..start]];
        for (int i = 1; i < content.Count; i++) around.Add(text[Math.Min(content[i - 1].End, content[i].Start)..content[i].Start]);
        around.Add(text[end..until]);
        return string.Join(' ', around.Select(part => part.Trim()).Where(part => part.Length > 0));
    }

    // Where the sentence begins that holds the position.
    private static int Before(string text, int position)
    {
        int at = Math.Max(position, 0);
        int least = Math.Max(0, at - Longest);
        while (at > least && !(at < position && Ends(text, at - 1))) at--;
        return at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static int After(string text, int position)
    {
        int at = position, most = Math.Min(text.Length, position + Longest);
        while (at < most && !Ends(text, at)) at++;
        return at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static bool Ends(string text, int at) =>
        text[at] is '\n' or '!' or '?' || (text[at] == '.' && (at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1])));
}
