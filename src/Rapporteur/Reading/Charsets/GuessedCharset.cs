using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Rapporteur.Reading.Charsets;

/// <summary>Tells a charset from the bytes alone.</summary>
internal static class GuessedCharset
{
    private const int LookAt = 256 * 1024;

    // Cyrillic words are written in high bytes throughout, words of Western languages have single ones between ASCII letters.
    private const double CyrillicRuns = 0.6;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // The charsets in which Cyrillic pages are found, the most frequent first: it wins when two are equally good.
    private static readonly Encoding[] Cyrillic =
        [.. new[] { 1251, 20866, 28595, 866 }.Select(page => CodePagesEncodingProvider.Instance.GetEncoding(page)!)];

    /// <summary>True when the bytes cannot be, or most likely are not, in the encoding that was declared.</summary>
    public static bool SpeaksAgainst(ReadOnlySpan<byte> bytes, Encoding declared)
    {
        if (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0) return declared is UnicodeEncoding or UTF32Encoding && !LooksLikeUtf16(bytes, out _);
        bool valid = Utf8.IsValid(bytes);
        if (declared is UTF8Encoding) return !valid;
        if (declared is UnicodeEncoding) return !LooksLikeUtf16(bytes, out _) && valid;
        // Text in another charset is next to never valid UTF-8 by accident; East Asian pages are believed, they have pairs by nature.
        return declared.IsSingleByte && valid;
    }

    /// <summary>The likeliest encoding. UTF-8 when it is valid or nearly so, UTF-16 by its zeros, a Cyrillic one by its runs, else windows-1252.</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, LookAt)];
        if (LooksLikeUtf16(bytes, out Encoding utf16)) return utf16;

        (int sequences, int strays) = CountUtf8(bytes);
        // In UTF-8 with scars the good sequences outnumber the bad bytes; in a single-byte charset there are next to none.
        if (sequences >= strays) return Encoding.UTF8;
        return ShareOfRuns(bytes) < CyrillicRuns ? Windows1252 : LikeliestCyrillic(bytes);
    }

    /// <summary>UTF-16 of European text without its mark: every second byte is zero, always on the same side.</summary>
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, out Encoding encoding)
    {
        bytes = bytes[..Math.Min(bytes.Length, 4096)];
        int even = 0, odd = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0 && i % 2 == 0) even++;
            else if (bytes[i] == 0) odd++;
        }

        encoding = even > odd ? Encoding.BigEndianUnicode : Encoding.Unicode;
        // Spaces, digits and ASCII punctuation alone make up a fifth of the characters of any European text.
        return bytes.Length >= 4 && Math.Max(even, odd) > bytes.Length / 2 / 6 && Math.Min(even, odd) * 20 < Math.Max(even, odd);
    }

    private static (int Sequences, int Strays) CountUtf8(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, strays = 0;
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int length);
            if (status == OperationStatus.Done && length > 1) sequences++;
            else if (status == OperationStatus.InvalidData) strays++;
            bytes = bytes[length..];
        }

        return (sequences, strays);
    }

    private static double ShareOfRuns(ReadOnlySpan<byte> bytes)
    {
        int high = 0, beside = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            high++;
            if ((i > 0 && bytes[i - 1] >= 0x80) || (i + 1 < bytes.Length && bytes[i + 1] >= 0x80)) beside++;
        }

        return high == 0 ? 0 : (double)beside / high;
    }

    private static Encoding LikeliestCyrillic(ReadOnlySpan<byte> bytes)
    {
        Encoding best = Windows1252;
        int bestScore = 0;
        foreach (Encoding encoding in Cyrillic)
        {
            int score = CyrillicScore(encoding.GetString(bytes));
            if (score > bestScore) (best, bestScore) = (encoding, score);
        }

        return best;
    }

    /// <summary>Small letters count for Cyrillic, capitals inside a word and anything else above ASCII against it.</summary>
    private static int CyrillicScore(string text)
    {
        int score = 0;
        char before = ' ';
        foreach (char c in text)
        {
            if (c is >= 'а' and <= 'я' or 'ё') score++;
            else if (c is >= 'А' and <= 'Я' && char.IsLetter(before)) score--;
            else if (c is >= '\u0080' and < 'Ѐ' && (char.IsLetter(c) || char.IsControl(c)) || c is >= '─' and <= '▟') score--;
            before = c;
        }

        return score;
    }
}
