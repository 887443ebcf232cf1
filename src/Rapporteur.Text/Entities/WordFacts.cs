namespace Rapporteur.Text.Entities;

/// <summary>What can be seen of every word of one text: its form, its shape, what the lists and the rest of the text say of it.</summary>
/// <remarks>Computed once per text; the features of names are combinations of these.</remarks>
internal sealed class WordFacts
{
    public int Count { get; }

    /// <summary>Hash of the word as written.</summary>
    public ulong[] Form { get; }

    /// <summary>Hash of the word in lower case.</summary>
    public ulong[] Lower { get; }

    /// <summary>Hash of its shape: "Robert" → Xx, "McCain" → XxXx, "U.S." → X.X., "2025" → 9.</summary>
    public ulong[] Shape { get; }

    /// <summary>Begins with a capital letter.</summary>
    public bool[] Capital { get; }

    /// <summary>What the lists say, alone or as part of a phrase.</summary>
    public Known[] Known { get; }

    /// <summary>Groups by word vectors.</summary>
    public ushort[] Fine { get; }

    public ushort[] Coarse { get; }

    /// <summary>What the rest of the text says of the same word, see <see cref="DocumentEvidence"/>.</summary>
    public Evidence[] Evidence { get; }

    /// <summary>First and after-last word of the sentence of each word.</summary>
    public int[] SentenceStart { get; }

    public int[] SentenceEnd { get; }

    /// <summary>How the sentence of each word is written: 0 as usual, 1 nearly every word begins with a capital (a headline), 2 all in capitals, 3 no capital at all.</summary>
    public byte[] Casing { get; }

    /// <summary>Prefixes of 3 and 4 and suffixes of 1 to 4 letters, lower-cased; shorter words give the word itself.</summary>
    public ulong[][] Affixes { get; }

    public WordFacts(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, WordClusters clusters)
    {
        Count = tokens.Count;
        Form = new ulong[Count];
        Lower = new ulong[Count];
        Shape = new ulong[Count];
        Capital = new bool[Count];
        Fine = new ushort[Count];
        Coarse = new ushort[Count];
        SentenceStart = new int[Count];
        SentenceEnd = new int[Count];
        Casing = new byte[Count];
        Affixes = [new ulong[Count], new ulong[Count], new ulong[Count], new ulong[Count], new ulong[Count]];
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<char> word = tokens[i].Span.Of(text);
            Form[i] = Hashing.Of(word);
            Lower[i] = Hashing.OfLower(word);
            Shape[i] = ShapeOf(word);
            Capital[i] = word.Length > 0 && char.IsUpper(word[0]);
            Fine[i] = clusters.Fine(Lower[i]);
            Coarse[i] = clusters.Coarse(Fine[i]);
            int n = word.Length;
            Affixes[0][i] = Hashing.OfLower(word[..Math.Min(3, n)]);
            Affixes[1][i] = Hashing.OfLower(word[..Math.Min(4, n)]);
            Affixes[2][i] = Hashing.OfLower(word[Math.Max(0, n - 2)..]);
            Affixes[3][i] = Hashing.OfLower(word[Math.Max(0, n - 3)..]);
            Affixes[4][i] = Hashing.OfLower(word[Math.Max(0, n - 4)..]);
        }

        foreach (Sentence sentence in sentences) ReadSentence(text, tokens, sentence);
        Known = Gazetteer.English.Mark(Lower);
        Evidence = DocumentEvidence.Gather(this);
    }

    private void ReadSentence(string text, IReadOnlyList<Token> tokens, Sentence sentence)
    {
        int words = 0, capitals = 0, shouted = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            SentenceStart[i] = sentence.FirstToken;
            SentenceEnd[i] = sentence.EndToken;
            ReadOnlySpan<char> word = tokens[i].Span.Of(text);
            // Words under four letters keep their small letters in headlines ("of", "the").
            if (word.Length < 4 || !char.IsLetter(word[0])) continue;
            words++;
            if (!char.IsUpper(word[0])) continue;
            capitals++;
            if (char.IsUpper(word[1]) && char.IsUpper(word[^1])) shouted++;
        }

        byte casing = 0;
        if (words > 1 && shouted * 4 > words * 3) casing = 2;
        else if (words > 2 && capitals * 4 > words * 3) casing = 1;
        else if (words > 2 && capitals == 0 && !Capital[sentence.FirstToken]) casing = 3;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++) Casing[i] = casing;
    }

    private static ulong ShapeOf(ReadOnlySpan<char> word)
    {
        Span<char> shape = stackalloc char[12];
        int length = 0;
        foreach (char c in word)
        {
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '9' : c;
            // "ABC" differs from "A", longer runs do not differ from each other.
            if (length > 0 && shape[length - 1] == kind && (kind is not 'X' || (length > 1 && shape[length - 2] == kind))) continue;
            shape[length++] = kind;
            if (length == shape.Length) break;
        }

        return Hashing.Of(shape[..length]);
    }
}
