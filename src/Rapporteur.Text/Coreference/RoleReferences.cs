namespace Rapporteur.Text.Coreference;

/// <summary>Decides whom "the president", "the Slovak prime minister", "the spokeswoman" mean: the last person so described, and organisations likewise ("the ministry").</summary>
internal static class RoleReferences
{
    // Words that any holder of a highest office may be called by.
    private static readonly HashSet<string> LeaderWords = new(StringComparer.Ordinal) { "leader", "chief", "head", "ruler", "strongman" };
    private static readonly HashSet<string> Highest = new(StringComparer.Ordinal) { "president", "minister", "chancellor", "premier", "king", "leader", "chief", "head", "chairman", "ruler" };

    /// <summary>The phrases that have an antecedent, in text order.</summary>
    public static List<ActorReference> Resolve(TextReading reading, List<CastMember> cast, bool[] inQuotation)
    {
        List<ActorReference> found = [];
        for (int i = 0; i + 1 < reading.Count; i++)
        {
            if (!reading.Is(i, "the") || !reading.SameSentence(i, i + 1)) continue;
            if (Organisation(reading, i) is { } organisation)
            {
                found.Add(organisation);
                continue;
            }

            if (RolePhrase.BeginningAt(reading, i, 6, mustEnd: false) is not { } phrase || phrase.End <= i) continue;
            // "the president, Ivo Zemlyak" and "the president Zemlyak" name the person themselves; "the presidents of" names several.
            if (reading.Entity(phrase.End)?.Type == EntityType.Person) continue;
            string[] title = [.. Enumerable.Range(phrase.First, phrase.End - phrase.First).Select(w => reading.Word(w).ToString().ToLowerInvariant())];
            if (Holder(reading, cast, title, phrase.Of, i, inQuotation) is not { } holder) continue;
            found.Add(new ActorReference(reading.Span(i, phrase.End), holder.Actor));
            holder.Add(new CastMention(i, phrase.End, Functions.Of(reading, i, phrase.End), IsName: false));
        }

        return found;
    }

    // The last one named before the phrase; failing that, the first one named after it.
    private static CastMember? Holder(TextReading reading, List<CastMember> cast, string[] title, string? of, int at, bool[] inQuotation)
    {
        CastMember? best = null;
        int nearest = int.MinValue;
        foreach (CastMember member in cast)
        {
            if (!member.Roles.Exists(role => Fits(role.Title, role.Of, title, of))) continue;
            // Who speaks a quotation is seldom "the president" inside it.
            if (inQuotation[at] && member.Mentions.Exists(m => !inQuotation[m.First] && reading.SameSentence(m.First, at))) continue;
            int last = member.Mentions.FindLastIndex(m => m.First < at);
            int rank = last >= 0 ? member.Mentions[last].First : -member.Mentions[0].First;
            if (rank <= nearest) continue;
            nearest = rank;
            best = member;
        }

        return best;
    }

    private static bool Fits(string held, string? heldOf, string[] title, string? of)
    {
        if (of is not null && heldOf is not null && !string.Equals(of, heldOf, StringComparison.Ordinal) && !(of == "Kremlin" && heldOf == "Russia") && !(of == "White House" && heldOf == "United States")) return false;
        string[] words = held.Split(' ');
        string noun = title[^1], heldNoun = words[^1];
        if (LeaderWords.Contains(noun) && Highest.Contains(heldNoun) && of is not null && heldOf is not null) return true;
        if (Stem(noun) != Stem(heldNoun)) return false;
        if (words.Contains("former") != title.Contains("former") && title.Length > 1) return false;
        // "the foreign minister" is not the prime minister; "the minister" may be either.
        return title.Length == 1 || title[..^1].All(word => words.Contains(word) || word is "current" or "former");
    }

    private static string Stem(string noun) => noun is "spokesman" or "spokeswoman" ? "spokesperson" : noun is "premier" ? "minister" : noun is "chairman" or "chairwoman" or "chair" ? "chairperson" : noun;

    // "the ministry" after "Defence Ministry", "the commission" after "European Commission".
    private static ActorReference? Organisation(TextReading reading, int article)
    {
        int noun = article + 1;
        if (reading.EntityAt[noun] >= 0 || reading.Word(noun).Length < 4 || !char.IsLower(reading.Word(noun)[0])) return null;
        for (int e = reading.Text.Entities.Count - 1; e >= 0; e--)
        {
            EntityMention mention = reading.Text.Entities[e];
            if (mention.Type != EntityType.Organisation || mention.Span.Start > reading.Text.Tokens[article].Span.Start) continue;
            (int first, int end) = reading.EntityWords[e];
            if (end - first > 1 && reading.Word(end - 1).Equals(reading.Word(noun), StringComparison.OrdinalIgnoreCase)) return new ActorReference(reading.Span(article, noun + 1), mention.Actor!);
        }

        return null;
    }
}
