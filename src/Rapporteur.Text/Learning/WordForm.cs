using Rapporteur.Text.Tokenization;

namespace Rapporteur.Text.Learning;

/// <summary>What is seen of one token without its context: hashes of its forms, its shape and its class.</summary>
internal struct WordForm
{
    /// <summary>Hash of the word as written, of its lower-case form with digits as 0, and whether it is known under the latter.</summary>
    public uint Written, Lower;

    /// <summary>Hashes of the first one to three and the last one to five characters, lower case; 0 when the word is not longer.</summary>
    public uint Prefix1, Prefix2, Prefix3, Suffix1, Suffix2, Suffix3, Suffix4, Suffix5;

    /// <summary>Capitals, digits, hyphens, length: see <see cref="ShapeOf"/>.</summary>
    public uint Shape;

    public WordClass Class;

    private const int Longest = 64;

    public static WordForm Of(string text, TextSpan span, WordClasses classes)
    {
        // A "word" of a megabyte is no word: its first characters say as much as the rest.
        int length = Math.Min(span.Length, Longest);
        Span<char> lower = stackalloc char[Longest];
        uint written = 2166136261, shape = ShapeOf(text.AsSpan(span.Start, length));
        for (int i = 0; i < length; i++)
        {
            char c = CharacterClasses.Plain(text[span.Start + i]);
            written = (written ^ c) * 16777619;
            lower[i] = char.IsAsciiDigit(c) ? '0' : char.ToLowerInvariant(c);
        }

        ReadOnlySpan<char> word = lower[..length];
        WordForm form = new() { Written = written, Lower = FeatureHash.Of(word), Shape = shape };
        form.Class = classes[form.Lower];
        form.Prefix1 = FeatureHash.Of(word[..1]);
        form.Suffix1 = FeatureHash.Of(word[^1..]);
        if (length > 2) (form.Prefix2, form.Suffix2) = (FeatureHash.Of(word[..2]), FeatureHash.Of(word[^2..]));
        if (length > 3) (form.Prefix3, form.Suffix3) = (FeatureHash.Of(word[..3]), FeatureHash.Of(word[^3..]));
        if (length > 4) form.Suffix4 = FeatureHash.Of(word[^4..]);
        if (length > 5) form.Suffix5 = FeatureHash.Of(word[^5..]);
        return form;
    }

    /// <summary>Hash of a word as <see cref="Lower"/> has it.</summary>
    public static uint LowerHash(string word)
    {
        Span<char> lower = stackalloc char[Longest];
        int length = Math.Min(word.Length, Longest);
        for (int i = 0; i < length; i++)
        {
            char c = CharacterClasses.Plain(word[i]);
            lower[i] = char.IsAsciiDigit(c) ? '0' : char.ToLowerInvariant(c);
        }

        return FeatureHash.Of(lower[..length]);
    }

    private static uint ShapeOf(ReadOnlySpan<char> word)
    {
        uint first = (uint)CharacterClasses.Of(word[0]), seen = 0;
        foreach (char c in word[1..]) seen |= 1u << (int)CharacterClasses.Of(c);
        // Of what follows the first character: capitals, small letters, digits, stops, hyphens, apostrophes, anything else.
        uint rest = (seen & 0x3F) | (seen >> 6 != 0 ? 0x40u : 0);
        return 1 + (first | (rest << 4) | ((uint)Math.Min(word.Length, 4) << 12));
    }
}
