namespace Rapporteur.Text.Coreference;

/// <summary>A third-person singular pronoun.</summary>
/// <param name="Word">Index of the word.</param>
/// <param name="Gender">'m' or 'f'.</param>
/// <param name="Function">What it is in its sentence.</param>
/// <param name="IsReflexive">"himself", "herself".</param>
internal readonly record struct Pronoun(int Word, char Gender, Function Function, bool IsReflexive)
{
    /// <summary>The pronoun at a word, or null when there is none.</summary>
    public static Pronoun? At(TextReading reading, int i)
    {
        if (reading.Word(i).Length is < 2 or > 7) return null;
        return reading.Word(i) switch
        {
            var w when Is(w, "he") => new(i, 'm', Function.Subject, false),
            var w when Is(w, "she") => new(i, 'f', Function.Subject, false),
            var w when Is(w, "him") => new(i, 'm', Function.Object, false),
            var w when Is(w, "his") => new(i, 'm', Function.Possessive, false),
            var w when Is(w, "hers") => new(i, 'f', Function.Possessive, false),
            var w when Is(w, "himself") => new(i, 'm', Function.Object, true),
            var w when Is(w, "herself") => new(i, 'f', Function.Object, true),
            var w when Is(w, "her") => new(i, 'f', HerFunction(reading, i), false),
            _ => null,
        };
    }

    private static bool Is(ReadOnlySpan<char> word, string pronoun) => word.Equals(pronoun, StringComparison.OrdinalIgnoreCase);

    // "her speech" or "saw her": the tag tells; without one, a noun-like word after it does.
    private static Function HerFunction(TextReading reading, int i)
    {
        if (reading.Text.Tokens[i].Xpos is { } tag) return tag == "PRP$" ? Function.Possessive : Function.Object;
        bool noun = reading.SameSentence(i, i + 1) && char.IsLetter(reading.Word(i + 1)[0]) && reading.Word(i + 1).Length > 3;
        return noun ? Function.Possessive : Function.Object;
    }
}
