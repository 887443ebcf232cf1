namespace Rapporteur.Text.Coreference;

/// <summary>Tells what a phrase is in its sentence: from the dependency tree where there is one, else from its neighbours.</summary>
internal static class Functions
{
    private static readonly string[] Prepositions = ["of", "in", "to", "for", "with", "on", "at", "from", "by", "about", "against", "between", "under", "over", "after", "before", "like", "than", "as", "into"];

    /// <summary>The function of the words from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public static Function Of(TextReading reading, int first, int end)
    {
        if (reading.IsGenitive(end) && reading.SameSentence(first, end)) return Function.Possessive;
        int head = Head(reading, first, end);
        return reading.Text.Tokens[head].Relation is { } relation ? OfRelation(reading, head, relation) : Guess(reading, first, end);
    }

    /// <summary>The word of the phrase that hangs on a word outside it.</summary>
    public static int Head(TextReading reading, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            int head = reading.Text.Tokens[i].Head;
            if (head < first || head >= end) return i;
        }

        return end - 1;
    }

    private static Function OfRelation(TextReading reading, int word, string relation)
    {
        // A name can hang on its title ("President Zemlyak said"): then the title's function counts.
        for (int steps = 0; steps < 3 && relation is "appos" or "flat" or "compound" or "conj" && reading.Text.Tokens[word].Head >= 0; steps++)
        {
            word = reading.Text.Tokens[word].Head;
            relation = reading.Text.Tokens[word].Relation ?? "";
        }

        if (relation.StartsWith("nsubj", StringComparison.Ordinal)) return Function.Subject;
        return relation switch
        {
            "obj" or "iobj" => Function.Object,
            "nmod:poss" => Function.Possessive,
            "obl" or "nmod" or "obl:agent" => Function.Oblique,
            _ => Function.Other,
        };
    }

    private static Function Guess(TextReading reading, int first, int end)
    {
        if (first > 0 && reading.SameSentence(first - 1, first) && Array.Exists(Prepositions, p => reading.Is(first - 1, p))) return Function.Oblique;
        if (end >= reading.Count || !reading.SameSentence(first, end)) return Function.Object;
        ReadOnlySpan<char> next = reading.Word(end);
        return char.IsLower(next[0]) && !Array.Exists(Prepositions, p => reading.Is(end, p)) && !reading.Is(end, "and") ? Function.Subject : Function.Other;
    }
}
