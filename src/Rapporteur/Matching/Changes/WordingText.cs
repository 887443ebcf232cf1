using Rapporteur.Text;

namespace Rapporteur.Matching.Changes;

/// <summary>A wording cut into words.</summary>
internal sealed class WordingText
{
    private const string Opening = "“«„‘‹";
    private const string Closing = "”»’›";

    /// <summary>The words; what is between blanks and has a letter or a digit.</summary>
    public IReadOnlyList<Word> Words { get; }

    private WordingText(IReadOnlyList<Word> words) => Words = words;

    public static WordingText Of(Wording wording)
    {
        List<Word> words = [];
        bool inside = false;
        foreach (string written in wording.Content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string key = string.Concat(Folding.Words(Possessive(written)));
            bool opens = OpensMark(written, inside);
            if (opens) inside = true;
            bool quoted = wording.Form == AttributionForm.Direct || (wording.Form == AttributionForm.Mixed && inside);
            if (key.Length > 0) words.Add(new Word(written, key, quoted, ",;:.!?".Contains(written[^1], StringComparison.Ordinal)));
            if (inside && ClosesMark(written)) inside = false;
        }

        return new WordingText(words);
    }

    private static string Possessive(string word)
    {
        string bare = word.TrimEnd('"', '”', '’', '\'', ',', ';', ':', '.', '!', '?', ')', ']');
        return bare.EndsWith("'s", StringComparison.Ordinal) || bare.EndsWith("’s", StringComparison.Ordinal) ? bare[..^2] : bare;
    }

    // A straight mark opens where a word begins, and an apostrophe inside a word is none.
    private static bool OpensMark(string word, bool inside)
    {
        string bare = word.TrimStart('(', '[', '—', '–', '-');
        return bare.Length > 0 && !inside && (Opening.Contains(bare[0], StringComparison.Ordinal) || bare[0] is '"' or '\'');
    }

    private static bool ClosesMark(string word)
    {
        string bare = word.TrimEnd(',', ';', ':', '.', '!', '?', ')', ']', '—', '–');
        return bare.Length > 1 && (Closing.Contains(bare[^1], StringComparison.Ordinal) || bare[^1] is '"' or '\'');
    }

    /// <summary>One word.</summary>
    /// <param name="Written">As written, with the marks that touch it.</param>
    /// <param name="Key">Folded, without marks: equal for what counts as the same word.</param>
    /// <param name="Quoted">True when it stands between quotation marks.</param>
    /// <param name="EndsClause">True when a mark of punctuation follows.</param>
    public sealed record Word(string Written, string Key, bool Quoted, bool EndsClause) : IEquatable<Word>
    {
        /// <summary>By the key alone.</summary>
        public bool Equals(Word? other) => other is not null && Key == other.Key;

        /// <inheritdoc/>
        public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

        /// <summary>True when written with a capital.</summary>
        public bool Capital => Written.FirstOrDefault(char.IsLetter) is var first && char.IsUpper(first);
    }
}
