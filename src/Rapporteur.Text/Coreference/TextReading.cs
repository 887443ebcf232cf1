using Rapporteur.Text.Entities;

namespace Rapporteur.Text.Coreference;

/// <summary>An annotated text seen from its words: which name covers a word, which sentence it stands in.</summary>
internal sealed class TextReading
{
    public AnnotatedText Text { get; }

    public int Count => Text.Tokens.Count;

    /// <summary>For each word, the index of the name over it, or -1.</summary>
    public int[] EntityAt { get; }

    /// <summary>For each word, the index of its sentence.</summary>
    public int[] SentenceAt { get; }

    /// <summary>First and after-last word of each name.</summary>
    public (int First, int End)[] EntityWords { get; }

    /// <summary>For each word, whether it stands inside quotation marks.</summary>
    public bool[] InQuotation { get; }

    /// <summary>True for texts that quote and have paragraphs, as reports do: pronouns there mean speakers more often than elsewhere.</summary>
    public bool IsReport { get; }

    public TextReading(AnnotatedText text)
    {
        Text = text;
        EntityAt = new int[Count];
        SentenceAt = new int[Count];
        EntityWords = new (int, int)[text.Entities.Count];
        Array.Fill(EntityAt, -1);
        for (int s = 0; s < text.Sentences.Count; s++)
        {
            for (int i = text.Sentences[s].FirstToken; i < text.Sentences[s].EndToken; i++) SentenceAt[i] = s;
        }

        int word = 0;
        for (int e = 0; e < text.Entities.Count; e++)
        {
            TextSpan span = text.Entities[e].Span;
            while (word < Count && text.Tokens[word].Span.End <= span.Start) word++;
            int first = word;
            while (word < Count && text.Tokens[word].Span.Start < span.End) EntityAt[word++] = e;
            EntityWords[e] = (first, word);
        }

        InQuotation = Quotations();
        IsReport = text.Paragraphs.Count >= 3 && Array.Exists(InQuotation, inside => inside);
    }

    public ReadOnlySpan<char> Word(int i) => Text.Tokens[i].Span.Of(Text.Text);

    public bool Is(int i, string word) => i >= 0 && i < Count && Word(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsCapital(int i) => Word(i) is [char first, ..] && char.IsUpper(first);

    public bool SameSentence(int i, int j) => i >= 0 && j >= 0 && i < Count && j < Count && SentenceAt[i] == SentenceAt[j];

    /// <summary>The name over a word, or null.</summary>
    public EntityMention? Entity(int i) => i >= 0 && i < Count && EntityAt[i] >= 0 ? Text.Entities[EntityAt[i]] : null;

    /// <summary>The genitive mark after a name or noun.</summary>
    public bool IsGenitive(int i) => Is(i, "'s") || Is(i, "’s") || Is(i, "'") || Is(i, "’");

    public TextSpan Span(int first, int end) => new(Text.Tokens[first].Span.Start, Text.Tokens[end - 1].Span.End);

    /// <summary>The state a demonym at word <paramref name="i"/> belongs to ("South Korean" ends there), or null; <paramref name="first"/> is where it begins.</summary>
    public string? StateOfDemonym(int i, out int first)
    {
        first = i;
        if (!IsCapital(i)) return null;
        if (i > 0 && IsCapital(i - 1) && Demonym(Span(i - 1, i + 1)) is { } wide)
        {
            first = i - 1;
            return wide;
        }

        return Demonym(Span(i, i + 1));
    }

    private string? Demonym(TextSpan span)
    {
        if ((Gazetteer.English.OfPhrase(span.Of(Text.Text)) & Known.Demonym) == Known.Nothing) return null;
        return Gazetteer.English.StateOf.GetValueOrDefault(span.In(Text.Text).ToLowerInvariant());
    }

    // A quotation left open ends with its paragraph.
    private bool[] Quotations()
    {
        bool[] inside = new bool[Count];
        bool open = false;
        int paragraph = -1;
        for (int i = 0; i < Count; i++)
        {
            int here = Text.Sentences[SentenceAt[i]].Paragraph;
            if (here != paragraph) open = false;
            paragraph = here;
            ReadOnlySpan<char> word = Word(i);
            bool straight = word is "\"";
            if (word is "“" or "``" || (straight && !open)) open = true;
            else if (word is "”" or "''" || straight) open = false;
            inside[i] = open;
        }

        return inside;
    }
}
