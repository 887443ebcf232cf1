namespace Rapporteur.Text.Coreference;

/// <summary>A phrase that names a role: its words, and the state or organisation it belongs to.</summary>
/// <param name="Whole">First word of the whole phrase, with article and owner.</param>
/// <param name="First">First word of the role itself.</param>
/// <param name="End">Word after the role itself.</param>
/// <param name="Of">Canonical name of its state or organisation, or null.</param>
/// <param name="IsDefinite">An article, a demonym or an owner stands before it.</param>
/// <param name="IsFormer">"former" stands before the owner: "the former Portuguese president".</param>
internal sealed record RolePhrase(int Whole, int First, int End, string? Of, bool IsDefinite, bool IsFormer = false)
{
    // "the head of the mission of", "the minister for": words that lead from a role to its owner.
    private static readonly string[] Links = ["of", "for", "at", "in", "to"];

    // "Secretary of State", "Minister of Foreign Affairs": how far left the noun of the role may stand.
    private const int OfReach = 5;

    /// <summary>The role whose last word, or whose owner's last word, is <paramref name="last"/>; null when none ends there.</summary>
    public static RolePhrase? EndingAt(TextReading r, int last)
    {
        if (last < 0 || !char.IsLetterOrDigit(r.Word(last)[0])) return null;
        int noun = NounAt(r, last) ? last : NounBeforeOf(r, last);
        if (noun < 0) return null;
        bool isField = noun < last && last == noun + 2 && IsField(r, noun);
        // "a supporter of Mr. X", "a friend of President X": the phrase is not X's.
        if (noun < last && !isField && r.Entity(last) is not { Type: not EntityType.Person }) return null;
        string? of = noun < last && !isField ? OwnerIn(r, noun + 1, last + 1) : null;
        int end = noun < last && of is null ? last + 1 : noun + 1;
        return Leftwards(r, noun, end, of);
    }

    /// <summary>The role that begins at <paramref name="start"/>, with or without article.</summary>
    /// <param name="r">The text.</param>
    /// <param name="start">The article, or the first word.</param>
    /// <param name="reach">How many words may stand before the noun.</param>
    /// <param name="mustEnd">True when the phrase must be closed by punctuation, "who", "and" or a link, as an apposition is.</param>
    public static RolePhrase? BeginningAt(TextReading r, int start, int reach, bool mustEnd)
    {
        int noun = -1;
        for (int i = start; i < r.Count && i < start + reach && r.SameSentence(start, i); i++)
        {
            if (NounAt(r, i)) noun = i;
            else if (!MayStandBefore(r, i, i == start)) break;
        }

        if (noun < 0) return null;
        bool definite = IsArticle(r, start) || !NounAt(r, start);
        if (mustEnd && !definite && !IsLink(r, noun + 1)) return null;
        if (mustEnd && !IsClosed(r, noun + 1)) return null;
        int end = IsField(r, noun) ? noun + 3 : noun + 1;
        // "X, Deputy Chief of Staff Y": the role is that of the next person.
        if (r.SameSentence(noun, end) && r.Entity(end)?.Type == EntityType.Person && mustEnd) return null;
        RolePhrase left = Leftwards(r, noun, end, null);
        return left.Of is null && IsLink(r, end) ? left with { Of = OwnerIn(r, end, Math.Min(r.Count, end + 9)) } : left;
    }

    /// <summary>"heads the party", "leads Y": the verb is the role.</summary>
    public static RolePhrase? Heading(TextReading r, int verb)
    {
        if (verb >= r.Count || Array.FindIndex(HeadingVerbs, v => r.Is(verb, v)) < 0) return null;
        return new RolePhrase(verb, verb, verb + 1, OwnerIn(r, verb + 1, Math.Min(r.Count, verb + 7)), IsDefinite: true);
    }

    private static readonly string[] HeadingVerbs = ["heads", "leads", "chairs", "runs", "headed", "led", "chaired", "ran", "founded", "directs", "directed"];

    // From the noun to the left: modifiers belong to the role; a demonym, a name and a genitive say whose role it is.
    private static RolePhrase Leftwards(TextReading r, int noun, int end, string? of)
    {
        int first = noun, i = noun - 1;
        bool definite = false, former = false;
        while (i >= 0 && r.SameSentence(i, noun))
        {
            if (r.EntityAt[i] >= 0 || r.IsGenitive(i)) 
            {
                int name = r.IsGenitive(i) ? i - 1 : i;
                if (r.Entity(name) is not { Type: not EntityType.Person } owner)
                {
                    if (name >= 0 && r.IsGenitive(i)) definite = true;
                    break;
                }

                of ??= Owner(r, owner);
                definite = true;
                i = r.EntityWords[r.EntityAt[name]].First - 1;
                continue;
            }

            if (!r.Is(i - 1, "-") && r.StateOfDemonym(i, out int start) is { } state)
            {
                of ??= state;
                definite = true;
                i = start - 1;
                continue;
            }

            if (!Belongs(r, i)) break;
            former |= definite && (r.Is(i, "former") || r.Is(i, "ex"));
            // What stands between the owner and the noun belongs to the role: "Clinton campaign manager".
            if (!definite) first = i;
            i--;
        }

        while (first < noun && (!char.IsLetter(r.Word(first)[0]) || r.Is(first, "and") || r.Is(first, "then"))) first++;
        bool article = i >= 0 && r.SameSentence(i, noun) && IsArticle(r, i);
        return new RolePhrase(article ? i : i + 1, first, end, of, definite || article, former);
    }

    // Words between owner and noun: listed modifiers, other offices, hyphens, "and" between capitals; with tags, adjectives too.
    private static bool Belongs(TextReading r, int i)
    {
        if (RoleLexicon.English.IsModifier(r.Word(i)) || NounAt(r, i) || r.Is(i, "-")) return true;
        if (r.Is(i, "and") || r.Is(i, "&")) return i > 0 && r.IsCapital(i - 1) && r.EntityAt[i - 1] < 0 && r.IsCapital(i + 1);
        if (r.Text.Tokens[i].Upos is { } tag) return tag is "ADJ" || (tag is "NOUN" or "PROPN" && i > 0);
        ReadOnlySpan<char> word = r.Word(i);
        return word.Length > 5 && (word.EndsWith("ic", StringComparison.Ordinal) || word.EndsWith("al", StringComparison.Ordinal) || word.EndsWith("ary", StringComparison.Ordinal));
    }

    // "Secretary of State", "Minister of Defence", "chief of staff", "head of state": the field is part of the title.
    private static bool IsField(TextReading r, int noun)
    {
        if (!r.SameSentence(noun, noun + 2) || !r.Is(noun + 1, "of")) return false;
        if (r.Is(noun, "chief")) return r.Is(noun + 2, "staff");
        if (r.Is(noun, "head")) return r.Is(noun + 2, "state") || r.Is(noun + 2, "government");
        return (r.Is(noun, "secretary") || r.Is(noun, "minister")) && Array.Exists(Fields, field => r.Is(noun + 2, field));
    }

    private static readonly string[] Fields = ["state", "defense", "defence", "commerce", "labor", "labour", "energy", "education", "agriculture", "justice", "finance", "interior", "war", "culture"];

    private static int NounBeforeOf(TextReading r, int last)
    {
        for (int of = last - 1; of > 0 && of >= last - OfReach && r.SameSentence(of, last); of--)
        {
            if (IsStop(r, of)) return -1;
            if (r.Is(of, "of") || r.Is(of, "for")) return NounAt(r, of - 1) ? of - 1 : -1;
        }

        return -1;
    }

    private static string? OwnerIn(TextReading r, int from, int to)
    {
        for (int i = from; i < to && r.SameSentence(from - 1, i) && !IsStop(r, i); i++)
        {
            if (r.Entity(i) is { Type: not EntityType.Person } entity) return Owner(r, entity);
            if (r.StateOfDemonym(i, out _) is { } state && r.EntityAt[i] < 0) return state;
        }

        return null;
    }

    private static string Owner(TextReading r, EntityMention owner) => owner.Actor ?? owner.Span.In(r.Text.Text);

    private static bool NounAt(TextReading r, int i) => i >= 0 && i < r.Count && r.EntityAt[i] < 0 && (RoleLexicon.English.IsNoun(r.Word(i)) || IsElect(r, i));

    // The last word of "president-elect", "secretary-general", "front-runner".
    private static bool IsElect(TextReading r, int i)
    {
        if (i < 2 || !r.Is(i - 1, "-")) return false;
        return r.Is(i, "runner") ? r.Is(i - 2, "front") : (r.Is(i, "elect") || r.Is(i, "designate") || r.Is(i, "general")) && NounAt(r, i - 2);
    }

    private static bool IsArticle(TextReading r, int i) => r.Is(i, "the") || r.Is(i, "a") || r.Is(i, "an") || r.Is(i, "his") || r.Is(i, "her") || r.Is(i, "their") || r.Is(i, "its");

    private static bool IsLink(TextReading r, int i) => Array.Exists(Links, link => r.Is(i, link));

    private static bool IsStop(TextReading r, int i) => r.Is(i, ",") || r.Is(i, ".") || r.Is(i, ";") || r.Is(i, "who") || r.Is(i, "said") || r.Is(i, "that");

    private static bool IsClosed(TextReading r, int i) => i >= r.Count || !r.SameSentence(i - 1, i) || IsStop(r, i) || IsLink(r, i) || r.Is(i, "with") || r.Is(i, "from") || r.Is(i, "under") || r.Is(i, "and") || r.Is(i, ")") || r.Is(i, "whose") || (!char.IsLetterOrDigit(r.Word(i)[0]) && !r.Is(i, "-"));

    private static bool MayStandBefore(TextReading r, int i, bool isStart)
    {
        if (isStart && IsArticle(r, i)) return true;
        if (r.EntityAt[i] >= 0) return r.Entity(i)!.Type != EntityType.Person || r.IsGenitive(r.EntityWords[r.EntityAt[i]].End);
        if (r.IsGenitive(i) || r.Is(i, "-") || RoleLexicon.English.IsModifier(r.Word(i)) || r.StateOfDemonym(i, out _) is not null) return true;
        // With tags: any adjective or noun may stand there ("a prominent tax lawyer"); without: a word of small letters that is no function word.
        string? tag = r.Text.Tokens[i].Upos;
        return tag is null ? char.IsLetter(r.Word(i)[0]) && r.Word(i).Length > 3 && !r.Word(i).EndsWith("ed", StringComparison.Ordinal) : tag is "ADJ" or "NOUN" or "PROPN" or "NUM" or "ADV";
    }
}
