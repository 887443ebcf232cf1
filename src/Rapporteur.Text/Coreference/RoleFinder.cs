namespace Rapporteur.Text.Coreference;

/// <summary>Finds what the text says persons are: titles before names, appositions, relative clauses, plain predications.</summary>
/// <remarks>
/// Works from names, lists and word order: "Kremlin spokesman X", "the Slovak prime minister, X", "X, the foreign
/// minister of Y", "Y's president, X", "X, who heads Y", "X is the president of Y".
/// </remarks>
internal static class RoleFinder
{
    /// <summary>Longest stretch, in words, between a name and the noun of its role.</summary>
    private const int Reach = 9;

    /// <summary>The roles in text order.</summary>
    public static IReadOnlyList<RoleMention> Find(AnnotatedText text)
    {
        TextReading reading = new(text);
        List<RoleMention> found = [];
        for (int e = 0; e < text.Entities.Count; e++)
        {
            EntityMention person = text.Entities[e];
            if (person.Type != EntityType.Person) continue;
            (int first, int end) = reading.EntityWords[e];
            if (RolePhrase.EndingAt(reading, first - 1) is { } before) Add(e, before);
            else if (IsApposed(reading, first, end) && RolePhrase.EndingAt(reading, first - 2) is { IsDefinite: true } apposed) Add(e, apposed);
            if (After(reading, end) is { } after) Add(e, after);
        }

        return found;

        void Add(int e, RolePhrase phrase)
        {
            EntityMention person = text.Entities[e];
            TextSpan role = reading.Span(phrase.First, phrase.End);
            string title = string.Join(' ', Enumerable.Range(phrase.First, phrase.End - phrase.First).Select(i => reading.Word(i).ToString().ToLowerInvariant()));
            if (phrase.IsFormer) title = "former " + title;
            title = title.Replace(" - ", "-", StringComparison.Ordinal);
            found.Add(new RoleMention(person.Span, role, title, phrase.Of ?? Constituency(reading, reading.EntityWords[e].End), person.Actor ?? person.Span.In(text.Text)));
        }
    }

    // "the chief, X, said": closed after the name, else the comma divides clauses ("support him as the nominee, X said").
    private static bool IsApposed(TextReading reading, int first, int end)
    {
        if (!reading.Is(first - 1, ",") || !reading.SameSentence(first - 2, first)) return false;
        return end >= reading.Count || !reading.SameSentence(first, end) || !char.IsLetterOrDigit(reading.Word(end)[0]) || reading.Is(end, "who") || reading.Is(end, "and");
    }

    // "Senator X of Ohio".
    private static string? Constituency(TextReading reading, int end)
    {
        if (!reading.Is(end, "of") || !reading.SameSentence(end - 1, end + 1)) return null;
        return reading.Entity(end + 1) is { Type: EntityType.GeoPoliticalEntity } state ? state.Actor : null;
    }

    // "X, 45, a lawyer", "X, the minister", "X, who heads", "X is the minister".
    private static RolePhrase? After(TextReading reading, int end)
    {
        if (end >= reading.Count || !reading.SameSentence(end - 1, end)) return null;
        if (reading.Is(end, ","))
        {
            int next = end + 1;
            if (next + 1 < reading.Count && char.IsDigit(reading.Word(next)[0]) && reading.Is(next + 1, ",")) next += 2;
            if (!reading.SameSentence(end, next)) return null;
            if (!reading.Is(next, "who")) return RolePhrase.BeginningAt(reading, next, Reach, mustEnd: true);
            return next + 1 < reading.Count && IsCopula(reading, next + 1)
                ? RolePhrase.BeginningAt(reading, next + 2, Reach, mustEnd: false)
                : RolePhrase.Heading(reading, next + 1);
        }

        if (!IsCopula(reading, end) || !reading.SameSentence(end, end + 1)) return null;
        RolePhrase? said = RolePhrase.BeginningAt(reading, end + 1, Reach, mustEnd: false);
        // "X is the candidate who can win" says little; "X is the president of Y" and "X is a lawyer" say who X is.
        return said?.Of is not null || reading.Is(end + 1, "a") || reading.Is(end + 1, "an") ? said : null;
    }

    private static bool IsCopula(TextReading reading, int i) => reading.Is(i, "is") || reading.Is(i, "was") || reading.Is(i, "became");
}
