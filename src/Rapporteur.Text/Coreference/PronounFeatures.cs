namespace Rapporteur.Text.Coreference;

/// <summary>What speaks for or against a person as antecedent of a pronoun, as small numbers.</summary>
internal static class PronounFeatures
{
    /// <summary>Values one template may take.</summary>
    public const int Values = 64;

    /// <summary>Where the second set of features begins: the same ones again, seen only in reports.</summary>
    public const int Report = Values * 32;

    /// <summary>Numbers in use: every feature is below it.</summary>
    public const int Count = 2 * Report;

    /// <summary>Writes the features of one candidate.</summary>
    /// <param name="context">The pronoun and all its candidates.</param>
    /// <param name="candidate">Index of the candidate in <see cref="PronounContext.Candidates"/>.</param>
    /// <param name="features">Cleared and filled.</param>
    public static void Fill(PronounContext context, int candidate, List<int> features)
    {
        features.Clear();
        CastMember member = context.Candidates[candidate];
        Pronoun pronoun = context.Pronoun;
        TextReading reading = context.Reading;
        CastMention nearest = context.Nearest[candidate];
        int sentence = reading.SentenceAt[pronoun.Word], own = reading.SentenceAt[nearest.First];
        bool after = nearest.First > pronoun.Word;
        int distance = after ? 7 : Math.Min(6, sentence - own);
        int kind = pronoun.IsReflexive ? 3 : pronoun.Function switch { Function.Subject => 0, Function.Object => 1, _ => 2 };
        int function = (int)nearest.Function;
        int rank = Math.Min(5, context.Rank[candidate]);
        int before = member.Mentions.Count(m => m.First < pronoun.Word);
        int gender = member.Gender == 'u' ? 1 : member.Gender == pronoun.Gender ? 0 : 2;
        bool inQuotation = context.InQuotation[pronoun.Word], nearestInQuotation = context.InQuotation[nearest.First];

        Add(0, distance);
        Add(1, (distance * 4) + kind);
        Add(2, (function * 4) + kind);
        Add(3, (Math.Min(2, distance) * 20) + (function * 4) + kind);
        Add(4, rank);
        Add(5, (rank * 4) + kind);
        Add(6, Math.Min(9, before));
        Add(7, Math.Min(5, context.Candidates.Count(c => c.Mentions.Count > member.Mentions.Count)));
        if (!context.IsGenderHidden) Add(8, (gender * 2) + (member.IsGenderSure ? 1 : 0));
        if (!context.IsGenderHidden) Add(9, context.LastSame == member.Actor ? 1 + Math.Min(4, sentence - context.LastSameSentence) : context.LastSame is null ? 0 : 6);
        if (!context.IsGenderHidden) Add(10, ((context.LastSame == member.Actor ? 1 : 0) * 4) + kind);
        Add(11, (HasSubject(member, reading, sentence, pronoun.Word) ? 1 : 0) + (HasSubject(member, reading, sentence - 1, pronoun.Word) ? 2 : 0) + (kind * 4));
        Add(12, (inQuotation ? 1 : 0) + (nearestInQuotation ? 2 : 0) + (after ? 4 : 0));
        Add(13, (context.IsSpeaker(nearest) ? 1 : 0) + (inQuotation ? 2 : 0) + (distance == 0 ? 4 : distance == 1 ? 8 : 0));
        Add(14, context.IsRivalArgument(nearest) ? 1 : 0);
        Add(15, SameParagraph(reading, sentence, own) ? 1 : 0);
        Add(16, nearest.IsName ? nearest.End - nearest.First > 1 ? 1 : 0 : 2);
        Add(17, member.Roles.Count > 0 ? 1 : 0);
        if (distance == 0) Add(18, (Math.Min(7, System.Numerics.BitOperations.Log2((uint)(pronoun.Word - nearest.First) + 1)) * 4) + kind);
        if (after) Add(19, (function * 4) + kind);
        if (!context.IsGenderHidden) Add(20, context.Candidates.Count(c => c.Gender == pronoun.Gender) is var same && member.Gender == pronoun.Gender ? Math.Min(4, same) : 5 + Math.Min(2, same));
        Add(21, ((pronoun.Word == reading.Text.Sentences[sentence].FirstToken ? 1 : 0) * 20) + (Math.Min(2, distance) * 5) + function);
        Add(22, Math.Min(5, member.Mentions.Count(m => m.First < pronoun.Word && sentence - reading.SentenceAt[m.First] <= 2)));
        Add(23, nearest.First == reading.Text.Sentences[own].FirstToken ? 1 + Math.Min(2, distance) : 0);
        Add(24, (member.Mentions[0].First == context.FirstPerson ? 1 : 0) + (context.Candidates.Count > 2 ? 2 : 0));
        Add(25, FirstFunction(member, reading, sentence, pronoun.Word) is { } f ? ((int)f * 4) + kind : 40);
        Add(26, FirstFunction(member, reading, sentence - 1, pronoun.Word) is { } g ? ((int)g * 4) + kind : 40);
        Add(27, (context.IsSpeaking ? 1 : 0) + (context.LastSpeaker == member ? 2 : context.LastSpeaker is null ? 4 : 0) + (inQuotation ? 8 : 0) + (distance == 0 ? 16 : 0));
        Add(28, (context.IsSpeaking ? 1 : 0) + (nearestInQuotation ? 2 : 0) + (inQuotation ? 4 : 0) + (Math.Min(2, distance) * 8));
        Add(29, ((context.IsSpeaking ? 1 : 0) * 20) + (function * 4) + Math.Min(3, distance));

        if (!reading.IsReport) return;
        int shared = features.Count;
        for (int i = 0; i < shared; i++) features.Add(Report + features[i]);

        void Add(int template, int value) => features.Add((template * Values) + value);
    }

    private static bool SameParagraph(TextReading reading, int a, int b) => reading.Text.Sentences[a].Paragraph == reading.Text.Sentences[b].Paragraph;

    private static bool HasSubject(CastMember member, TextReading reading, int sentence, int word) =>
        member.Mentions.Exists(m => m.First < word && m.Function == Function.Subject && reading.SentenceAt[m.First] == sentence);

    private static Function? FirstFunction(CastMember member, TextReading reading, int sentence, int word)
    {
        foreach (CastMention mention in member.Mentions)
        {
            if (mention.First < word && reading.SentenceAt[mention.First] == sentence) return mention.Function;
        }

        return null;
    }
}
