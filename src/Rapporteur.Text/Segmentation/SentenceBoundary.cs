using Rapporteur.Text.Learning;
using Rapporteur.Text.Tokenization;

namespace Rapporteur.Text.Segmentation;

/// <summary>What the sentence splitter looks at when it decides whether a sentence ends after a token.</summary>
/// <remarks>Walks through a paragraph from left to right and remembers which quotation marks and brackets are open.</remarks>
internal sealed class SentenceBoundary(string text, IReadOnlyList<Token> tokens)
{
    public const int MostFeatures = 40;

    private int _start, _end, _quotations, _brackets;

    /// <summary>Goes to a paragraph: its first token and the one after its last.</summary>
    public void Begin(int start, int end) => (_start, _end, _quotations, _brackets) = (start, end, 0, 0);

    /// <summary>Walks over a token.</summary>
    public void Pass(int i)
    {
        switch (First(i))
        {
            case '"': _quotations ^= 1; break;
            case '“' or '„' or '«': _quotations = 1; break;
            case '”' or '»': _quotations = 0; break;
            case '(' or '[': _brackets++; break;
            case ')' or ']': _brackets = Math.Max(0, _brackets - 1); break;
        }
    }

    /// <summary>Whether the model is asked at all: not between a word and a lower-case word, a comma, a stop or a dash.</summary>
    public bool IsCandidate(int i)
    {
        CharacterClass last = Last(i), next = Class(i + 1);
        bool mark = last > CharacterClass.Digit && last != CharacterClass.Comma && last != CharacterClass.Apostrophe && last != CharacterClass.Hyphen;
        if (next is CharacterClass.Comma or CharacterClass.Stop || (IsDash(i + 1) && last != CharacterClass.Stop)) return false;
        return mark ? !(next == CharacterClass.Lower && last == CharacterClass.Comma) : next != CharacterClass.Lower && Gap(i);
    }

    /// <param name="i">The token after which the sentence may end; the one after it is in the same paragraph.</param>
    /// <param name="sentence">The first token of the sentence so far.</param>
    /// <param name="f">Receives the features.</param>
    /// <returns>Number of features.</returns>
    public int Features(int i, int sentence, Span<ulong> f)
    {
        uint w = Word(i), before = Word(i - 1), after = Word(i + 1), second = Word(i + 2);
        uint shape = Shape(i), shapeBefore = Shape(i - 1), shapeAfter = Shape(i + 1), shapeSecond = Shape(i + 2), shapeThird = Shape(i + 3);
        uint gap = Gap(i) ? 1u : 0, gapBefore = i > _start && Gap(i - 1) ? 1u : 0, gapAfter = i + 2 < _end && Gap(i + 1) ? 1u : 0;
        uint open = (uint)(_quotations | (Math.Min(_brackets, 1) << 1));
        uint length = Bin(i + 1 - sentence), rest = Bin(_end - i - 1), inParagraph = sentence == _start ? 1u : 0;
        uint around = gap | (gapBefore << 1) | (gapAfter << 2) | (open << 3);
        uint stop = LastStop(i, sentence);
        int n = 0;
        f[n++] = FeatureHash.Of(0, 0);
        f[n++] = FeatureHash.Of(1, w, around);
        f[n++] = FeatureHash.Of(2, w, shapeAfter, around);
        f[n++] = FeatureHash.Of(3, before, w);
        f[n++] = FeatureHash.Of(4, before, w, shapeAfter, gap);
        f[n++] = FeatureHash.Of(5, w, after);
        f[n++] = FeatureHash.Of(6, after, gap);
        f[n++] = FeatureHash.Of(7, after, shape, gap);
        f[n++] = FeatureHash.Of(8, shape, shapeAfter, around);
        f[n++] = FeatureHash.Of(9, shapeBefore, shape, shapeAfter, around);
        f[n++] = FeatureHash.Of(10, shape, shapeAfter, shapeSecond, gap);
        f[n++] = FeatureHash.Of(11, shapeBefore, shape, shapeAfter, shapeSecond);
        f[n++] = FeatureHash.Of(12, shape, shapeAfter, shapeSecond, shapeThird);
        f[n++] = FeatureHash.Of(13, after, second, shape);
        f[n++] = FeatureHash.Of(14, w, shapeAfter, length);
        f[n++] = FeatureHash.Of(15, w, shapeAfter, rest);
        f[n++] = FeatureHash.Of(16, shape, length, inParagraph, shapeAfter);
        f[n++] = FeatureHash.Of(17, shape, rest, shapeAfter, inParagraph);
        f[n++] = FeatureHash.Of(18, stop, shape, shapeAfter);
        f[n++] = FeatureHash.Of(19, Word(sentence), w);
        f[n++] = FeatureHash.Of(20, Shape(sentence), shape, shapeAfter, length);
        f[n++] = FeatureHash.Of(21, w, open, shapeAfter, shapeSecond);
        f[n++] = FeatureHash.Of(22, before, after, w);
        f[n++] = FeatureHash.Of(23, Word(i - 2), before, w);
        f[n++] = FeatureHash.Of(24, shape, before, shapeAfter);
        f[n++] = FeatureHash.Of(25, (uint)Math.Min(tokens[i].Span.Length, 8), shape, shapeAfter);
        f[n++] = FeatureHash.Of(26, w, shape, shapeBefore, shapeAfter);
        f[n++] = FeatureHash.Of(27, w, after, second);
        f[n++] = FeatureHash.Of(28, stop, w, after);
        f[n++] = FeatureHash.Of(29, after, gap, w != 0 && Last(i) == CharacterClass.Stop ? (uint)Math.Min(tokens[i].Span.Length, 2) : 0);
        return n;
    }

    private static uint Bin(int n) => n <= 4 ? (uint)n : n <= 7 ? 5u : n <= 12 ? 6u : n <= 20 ? 7u : n <= 40 ? 8u : 9u;

    // The last stop inside the sentence so far, and how far back: headlines and lists have none.
    private uint LastStop(int i, int sentence)
    {
        for (int k = i; k >= sentence && k > i - 12; k--)
        {
            if (Last(k) == CharacterClass.Stop) return (uint)(i - k) + 1;
        }

        return 0;
    }

    private bool Has(int i) => i >= _start && i < _end;

    private char First(int i) => Has(i) ? text[tokens[i].Span.Start] : '\0';

    private bool IsDash(int i) => First(i) is '-' or '–' or '—' or '―';

    private CharacterClass Class(int i) => CharacterClasses.Of(First(i));

    private CharacterClass Last(int i) => text[tokens[i].Span.End - 1] is '!' or '?' ? CharacterClass.Stop : CharacterClasses.Of(text[tokens[i].Span.End - 1]);

    private bool Gap(int i) => tokens[i + 1].Span.Start > tokens[i].Span.End;

    private uint Word(int i)
    {
        if (!Has(i)) return 0;
        uint h = 2166136261;
        TextSpan span = tokens[i].Span;
        int end = Math.Min(span.End, span.Start + 24);
        for (int k = span.Start; k < end; k++)
        {
            char c = CharacterClasses.Plain(text[k]);
            h = (h ^ (char.IsAsciiDigit(c) ? '0' : char.ToLowerInvariant(c))) * 16777619;
        }

        return h;
    }

    // First class, last class, capital letters, length: enough to tell Word, word, WORD, U.S., 12, "." and ":-)" apart.
    private uint Shape(int i)
    {
        if (!Has(i)) return 0;
        TextSpan span = tokens[i].Span;
        CharacterClass first = Class(i), last = Last(i);
        uint capitals = span.Length > 1 && CharacterClasses.Of(text[span.Start + 1]) == CharacterClass.Upper ? 1u : 0;
        uint dot = span.Length > 2 && text.AsSpan(span.Start, Math.Min(span.Length, 24))[..^1].Contains('.') ? 1u : 0;
        uint mark = first > CharacterClass.Digit ? CharacterClasses.Plain(text[span.Start]) : 0u;
        return 1 + ((uint)first | ((uint)last << 4) | (capitals << 8) | (dot << 9) | ((uint)Math.Min(span.Length, 3) << 10) | (mark << 12));
    }
}
