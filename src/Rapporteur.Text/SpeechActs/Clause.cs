namespace Rapporteur.Text.SpeechActs;

/// <summary>The main clause of a content: its verb, who is its subject, and how it stands to the facts.</summary>
internal readonly record struct Clause
{
    // A content of many sentences is read by its first; what comes behind explains it.
    private const int LongestClause = 60;

    /// <summary>Index of the token that heads its subject; -1 when it has none.</summary>
    public int Subject { get; private init; }

    /// <summary>Lemma of the main verb or adjective; null when there is none.</summary>
    public string? MainLemma { get; private init; }

    /// <summary>Whether the main verb is negated.</summary>
    public bool Negated { get; private init; }

    /// <summary>How it stands to the facts.</summary>
    public Modality Modality { get; private init; }

    /// <summary>Whether something in it depends on "if", "unless", "only when".</summary>
    public bool Condition { get; private init; }

    /// <summary>Whether it ends with a question mark.</summary>
    public bool IsQuestion { get; private init; }

    /// <summary>"to leave", "him to leave".</summary>
    public bool IsInfinitive { get; private init; }

    /// <summary>"Stop the war": a verb first, without a subject.</summary>
    public bool IsImperative { get; private init; }

    /// <summary>Whether the subject is the speaker, his side, or not there: "I", "we", "he", "Norland", nobody.</summary>
    public bool IsOwn { get; private init; }

    /// <summary>Whether the subject is a personal pronoun other than "you": the speaker himself or his side ("Norland said it would allow"), as far as words tell.</summary>
    public bool IsOwnPerson { get; private init; }

    /// <summary>Whether the subject is "I" or "we": in quoted words only these are the speaker.</summary>
    public bool IsFirstPerson { get; private init; }

    /// <summary>Reads the first clause of a content.</summary>
    public static Clause Of(AnnotatedText text, IReadOnlyList<TextSpan> content)
    {
        (int first, int end) = SpeechActReader.Tokens(text, content[0]);
        if (first >= end) return new Clause { Subject = -1 };
        end = Math.Min(end, first + LongestClause);
        int main = MainOf(text, first, end);
        if (main < 0) return new Clause { Subject = -1, IsQuestion = EndsInQuestion(text, content[^1]), IsOwn = true };
        int subject = -1, marked = -1;
        bool negated = false, to = false, necessary = false, possible = false, future = false;
        for (int t = first; t < end; t++)
        {
            string? lemma = SpeechActReader.LemmaOf(text, t), relation = text.Tokens[t].Relation;
            if (lemma is "if" or "unless" or "provided" && relation is "mark" or "case" or null || (lemma is "only" && t + 1 < end && SpeechActReader.LemmaOf(text, t + 1) is "if" or "when" or "after")) marked = t;
            if (text.Tokens[t].Head != main) continue;
            if (relation?.StartsWith("nsubj", StringComparison.Ordinal) == true && subject < 0) subject = t;
            negated |= lemma is "not" or "n't" or "never" || (lemma is "no" && relation == "det");
            to |= lemma == "to" && relation == "mark";
            necessary |= lemma is "must" or "should" or "ought" or "need";
            possible |= lemma is "may" or "might" or "could" or "can";
            future |= lemma is "will" or "would" or "shall" or "'ll" or "wo";
        }

        string? verb = SpeechActReader.LemmaOf(text, main);
        // "has to leave", "needs to leave": the clause below carries the content.
        necessary |= verb is "have" or "need" && main + 1 < end && SpeechActReader.LemmaOf(text, main + 1) == "to";
        string subjectWord = subject < 0 ? "" : text.Tokens[subject].Span.In(text.Text).ToLowerInvariant();
        bool person = subjectWord is "i" or "we" or "he" or "she" or "they" or "it";
        return new Clause
        {
            Subject = subject,
            MainLemma = verb,
            Negated = negated,
            Condition = marked >= 0,
            Modality = necessary ? Modality.Necessary : future ? Modality.Future : possible ? Modality.Possible : marked >= 0 ? Modality.Conditional : Modality.Plain,
            IsQuestion = EndsInQuestion(text, content[^1]),
            IsInfinitive = subject < 0 && to,
            IsImperative = subject < 0 && !to && text.Tokens[main].Xpos == "VB" && main <= first + 2,
            IsOwn = subject < 0 || person || text.Tokens[subject].Upos == "PROPN",
            IsOwnPerson = person,
            IsFirstPerson = subjectWord is "i" or "we",
        };
    }

    // The first word whose head lies outside, or which has none: what the parser makes the clause hang on.
    private static int MainOf(AnnotatedText text, int first, int end)
    {
        int best = -1;
        for (int t = first; t < end; t++)
        {
            Token token = text.Tokens[t];
            if (token.Upos is "PUNCT" or "SCONJ" or "PART" or "CCONJ" or "ADP" or "DET") continue;
            bool outside = token.Head < first || token.Head >= end;
            if (outside && token.Upos is "VERB" or "ADJ" or "AUX" or "NOUN") return t;
            if (best < 0 && token.Upos is "VERB") best = t;
        }

        return best;
    }

    private static bool EndsInQuestion(AnnotatedText text, TextSpan content) => content.Length > 0 && (text.Text[content.End - 1] == '?' || (content.End < text.Text.Length && text.Text[content.End] == '?'));
}
