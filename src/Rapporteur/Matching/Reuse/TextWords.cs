using System.Runtime.InteropServices;
using Rapporteur.Text;

namespace Rapporteur.Matching.Reuse;

/// <summary>The words of a text as numbers, with their places and sentences: what texts are compared by.</summary>
/// <remarks>
/// A word is a run of letters and digits, whatever its case; in scripts that leave no blanks between words every character is one. So any language can be read.
/// Sentences are told by marks alone: a text and its copy are cut alike, and that is all that is needed here.
/// </remarks>
public sealed class TextWords
{
    // FNV-1a, 32 bits.
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    // "Gen." and "No." end no sentence; a shorter piece goes to the next one.
    private const int ShortestSentence = 4;

    private const string Opening = "“\"«„‘'([¿¡";
    private const string Closing = ".!?…”\"»’')]。！？";

    private readonly Word[] _words;
    private readonly int[] _sentenceStarts;

    private readonly string _text;

    private TextWords(string text, Word[] words, int[] sentenceStarts) => (_text, _words, _sentenceStarts) = (text, words, sentenceStarts);

    /// <summary>Number of words.</summary>
    public int Count => _words.Length;

    /// <summary>Number of sentences.</summary>
    public int Sentences => _sentenceStarts.Length - 1;

    /// <summary>All words in text order.</summary>
    internal ReadOnlySpan<Word> Words => _words;

    /// <summary>Reads a text.</summary>
    public static TextWords Of(string text)
    {
        List<Word> words = new(text.Length / 5);
        List<int> sentences = [0];
        bool quoted = false;
        bool ended = false;
        int start = -1;
        uint hash = Basis;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            bool apart = IsWordOfItsOwn(c);
            if (apart ? false : char.IsAsciiLetterOrDigit(c) || (c > 127 && (char.IsLetterOrDigit(c) || char.IsSurrogate(c))))
            {
                if (start < 0) Begin(i);
                hash = (hash ^ (char.IsAscii(c) ? (uint)(c | 0x20) : char.ToLowerInvariant(c))) * Prime;
                continue;
            }

            End(i);
            if (apart)
            {
                Begin(i);
                hash = (hash ^ c) * Prime;
                End(i + 1);
                continue;
            }

            switch (c)
            {
                case '\n' when i > 0 && i < text.Length && text[i - 1] == '\n':
                    (ended, quoted) = (true, false);
                    break;
                case '.' or '!' or '?' or '…':
                    // A capital, a digit or a quotation mark must follow; the next word decides.
                    ended = i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]);
                    break;
                case '。' or '！' or '？':
                    ended = true;
                    break;
                case '“' or '«' or '„':
                    quoted = true;
                    break;
                case '”' or '»':
                    quoted = false;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
            }
        }

        if (sentences[^1] != words.Count || sentences.Count == 1) sentences.Add(words.Count);
        return new TextWords(text, [.. words], [.. sentences]);

        void Begin(int at)
        {
            (start, hash) = (at, Basis);
            if (ended && !char.IsLower(text[at]) && words.Count - sentences[^1] >= ShortestSentence) sentences.Add(words.Count);
            ended = false;
        }

        void End(int at)
        {
            if (start >= 0) words.Add(new Word(hash, start, at, quoted));
            start = -1;
        }
    }

    /// <summary>Where a sentence stands: its words with the marks that touch them, so that a quotation keeps both its marks.</summary>
    public TextSpan SpanOf(int sentence)
    {
        ReadOnlySpan<Word> words = WordsOf(sentence);
        if (words.IsEmpty) return default;
        (int start, int end) = (words[0].Start, words[^1].End);
        while (start > 0 && Opening.Contains(_text[start - 1], StringComparison.Ordinal)) start--;
        while (end < _text.Length && Closing.Contains(_text[end], StringComparison.Ordinal)) end++;
        return new TextSpan(start, end);
    }

    internal ReadOnlySpan<Word> WordsOf(int sentence) => _words.AsSpan(_sentenceStarts[sentence].._sentenceStarts[sentence + 1]);

    /// <summary>Letters of some words, where a row of single characters is taken for a script in which each says as much as four letters.</summary>
    internal static int LettersOf(ReadOnlySpan<Word> words)
    {
        int letters = 0;
        foreach (ref readonly Word word in words) letters += word.End - word.Start;
        return letters == words.Length ? letters * 4 : letters;
    }

    // Chinese and Japanese.
    private static bool IsWordOfItsOwn(char c) => c is >= '\u3041' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    /// <summary>One word.</summary>
    /// <param name="Hash">Equal for equal words, whatever their case.</param>
    /// <param name="Start">Its first character.</param>
    /// <param name="End">The place after its last character.</param>
    /// <param name="Quoted">True when it stands between quotation marks: the speaker's word, not the reporter's.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Word(uint Hash, int Start, int End, bool Quoted)
    {
    }
}
