using System.Collections.Frozen;

namespace Rapporteur.Extraction.Facts;

/// <summary>Tells the language of a text by its script and its function words (<c>Data/function-words.tsv</c>).</summary>
internal static class LanguageGuess
{
    // Fewer words hold too few function words to tell.
    private const int FewestWords = 12;

    // Share of function words from which a language is told. Articles have 0.25 to 0.5 in their own language, under 0.1 in others.
    private const double FewestKnown = 0.12;

    // The beginning tells as well as the whole.
    private const int Looked = 6_000;

    private static readonly (string Language, FrozenSet<string> Words)[] Known =
        [.. DataFile.Rows("function-words.tsv").Select(row => (row[0], row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase)))];

    private static readonly FrozenSet<string> Languages = Known.Select(k => k.Language).Concat(["ja", "zh", "ko", "th", "he", "hi", "ka", "hy", "el"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the words say, unless they are too few, or the language declared is one we have no words of.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="declared">ISO 639-1 code by the page's or a sidecar's account, or null.</param>
    public static string? Of(string text, string? declared)
    {
        string? heard = Of(text);
        if (heard is null || heard == declared) return declared ?? heard;
        // Slovak sounds like Czech to us; what is clearly English is English, whatever the template says.
        return declared is not null && !Languages.Contains(declared) && heard != "en" ? declared : heard;
    }

    /// <summary>ISO 639-1 code of the language the words belong to, or null when they are too few or in none that is known.</summary>
    public static string? Of(string text)
    {
        ReadOnlySpan<char> looked = text.AsSpan(0, Math.Min(text.Length, Looked));
        if (Script(looked) is { } byScript) return byScript;
        int[] hits = new int[Known.Length];
        int words = 0, start = -1;
        for (int i = 0; i <= looked.Length; i++)
        {
            if (i < looked.Length && char.IsLetter(looked[i]))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start < 0) continue;
            words++;
            for (int k = 0; k < Known.Length; k++)
            {
                if (Known[k].Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(looked[start..i])) hits[k]++;
            }

            start = -1;
        }

        if (words < FewestWords) return null;
        int best = Array.IndexOf(hits, hits.Max());
        return hits[best] >= FewestKnown * words ? Known[best].Language : null;
    }

    /// <summary>The language of scripts that one language has to itself, as far as the press goes.</summary>
    private static string? Script(ReadOnlySpan<char> text)
    {
        int letters = 0, kana = 0, han = 0, hangul = 0, thai = 0, hebrew = 0, devanagari = 0, georgian = 0, armenian = 0, greek = 0;
        foreach (char c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            switch (c)
            {
                case >= '\u3040' and <= '\u30ff': kana++; break;
                case >= '\u4e00' and <= '\u9fff': han++; break;
                case >= '\uac00' and <= '\ud7af': hangul++; break;
                case >= '\u0e00' and <= '\u0e7f': thai++; break;
                case >= '\u0590' and <= '\u05ff': hebrew++; break;
                case >= '\u0900' and <= '\u097f': devanagari++; break;
                case >= '\u10a0' and <= '\u10ff': georgian++; break;
                case >= '\u0530' and <= '\u058f': armenian++; break;
                case >= '\u0370' and <= '\u03ff': greek++; break;
            }
        }

        if (letters < 20) return null;
        int half = letters / 2;
        return kana + han > half ? kana * 10 > letters ? "ja" : "zh"
            : hangul > half ? "ko" : thai > half ? "th" : hebrew > half ? "he" : devanagari > half ? "hi"
            : georgian > half ? "ka" : armenian > half ? "hy" : greek > half ? "el" : null;
    }
}
