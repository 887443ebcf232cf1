namespace Rapporteur.Text.Entities;

/// <summary>Takes apart what headlines make look like one name: in "Arden Congratulates Bray" every word has a capital.</summary>
/// <remarks>A person named in a headline whose first word is elsewhere in the text a surname is no person of that name; the surnames in it are.</remarks>
internal static class HeadlineNames
{
    // Words shorter than this are small in most styles of headline.
    private const int LongWord = 4;

    /// <summary>The same names, those of headlines divided.</summary>
    public static List<EntityMention> Divide(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, List<EntityMention> found)
    {
        if (found.Count == 0) return found;
        HashSet<string> surnames = new(StringComparer.Ordinal), names = new(StringComparer.Ordinal);
        bool[] heading = new bool[found.Count];
        int sentence = 0;
        for (int e = 0; e < found.Count; e++)
        {
            while (sentence + 1 < sentences.Count && sentences[sentence].Span.End <= found[e].Span.Start) sentence++;
            heading[e] = IsHeading(text, tokens, sentences[sentence]);
            if (heading[e] || found[e].Type != EntityType.Person) continue;
            string name = found[e].Span.In(text);
            names.Add(name);
            surnames.Add(name[(name.LastIndexOf(' ') + 1)..]);
        }

        List<EntityMention> divided = new(found.Count);
        for (int e = 0; e < found.Count; e++)
        {
            TextSpan span = found[e].Span;
            ReadOnlySpan<char> words = span.Of(text);
            int blank = words.IndexOf(' ');
            if (!heading[e] || found[e].Type != EntityType.Person || blank < 0 || names.Contains(span.In(text)) || !surnames.Contains(words[..blank].ToString()))
            {
                divided.Add(found[e]);
                continue;
            }

            for (int start = 0; start < words.Length;)
            {
                int length = words[start..].IndexOf(' ');
                int end = length < 0 ? words.Length : start + length;
                if (surnames.Contains(words[start..end].ToString())) divided.Add(found[e] with { Span = new TextSpan(span.Start + start, span.Start + end) });
                start = end + 1;
            }
        }

        return divided;
    }

    private static bool IsHeading(string text, IReadOnlyList<Token> tokens, Sentence sentence)
    {
        int words = 0;
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            ReadOnlySpan<char> word = tokens[t].Span.Of(text);
            if (word.Length < LongWord || !char.IsLetter(word[0])) continue;
            if (char.IsLower(word[0])) return false;
            words++;
        }

        return words >= 2;
    }
}
