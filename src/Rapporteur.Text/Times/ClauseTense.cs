using System.Collections.Frozen;

namespace Rapporteur.Text.Times;

/// <summary>Of what time a clause speaks.</summary>
internal enum Tense
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>Of what was.</summary>
    Past,

    /// <summary>Of what is to come.</summary>
    Coming,
}

/// <summary>Tells whether the words around an expression of time speak of what was or of what is to come.</summary>
/// <remarks>The nearest sign in the sentence decides, counted in tokens: a word of the list's kind "tense", or a tag of the past where there are tags.</remarks>
internal sealed class ClauseTense(AnnotatedText text, FrozenDictionary<string, TimeWord> words)
{
    // Farther words belong to other clauses; it also keeps sentences of ten thousand words cheap.
    private const int Reach = 50;

    private int _sentence;
    private int _token;

    /// <summary>The tense around an expression. Expressions are asked about in text order.</summary>
    public Tense At(TextSpan span)
    {
        IReadOnlyList<Sentence> sentences = text.Sentences;
        while (_sentence + 1 < sentences.Count && sentences[_sentence].Span.End <= span.Start) _sentence++;
        if (sentences.Count == 0) return Tense.Unknown;
        Sentence sentence = sentences[_sentence];
        _token = Math.Max(_token, sentence.FirstToken);
        while (_token < sentence.EndToken && text.Tokens[_token].Span.End <= span.Start) _token++;
        int at = _token;
        (int nearest, Tense tense) = (int.MaxValue, Tense.Unknown);
        for (int i = Math.Max(sentence.FirstToken, at - Reach), end = Math.Min(sentence.EndToken, at + Reach); i < end; i++)
        {
            // A sign behind the expression counts a little less than one before it.
            int distance = i < at ? at - i : i - at + 2;
            if (distance >= nearest || span.Overlaps(text.Tokens[i].Span)) continue;
            if (SignOf(i, before: i < at) is not (not Tense.Unknown and var sign)) continue;
            (nearest, tense) = (distance, sign);
        }

        return tense;
    }

    private Tense SignOf(int i, bool before)
    {
        Token token = text.Tokens[i];
        string word = token.Span.In(text.Text);
        // "to meet" before the expression points forward, "to Washington" does not.
        if (word == "to") return before && i + 1 < text.Tokens.Count && text.Tokens[i + 1].Upos == "VERB" ? Tense.Coming : Tense.Unknown;
        // "will be held", "is held": the participle tells nothing, what stands before it does.
        if (token.Xpos == "VBN" && i > 0 && text.Tokens[i - 1].Span.In(text.Text) is ("be" or "is" or "are" or "being")) return Tense.Unknown;
        if (words.TryGetValue(word, out TimeWord? known) && known.Tense is { } sign) return sign > 0 ? Tense.Coming : Tense.Past;
        // Without tags the ending has to do.
        bool past = token.Xpos is null ? word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) : token.Xpos is "VBD" or "VBN";
        return past ? Tense.Past : Tense.Unknown;
    }
}
