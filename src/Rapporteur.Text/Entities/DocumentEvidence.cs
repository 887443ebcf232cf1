namespace Rapporteur.Text.Entities;

/// <summary>What the whole text says of one word, wherever it stands.</summary>
[Flags]
internal enum Evidence
{
    Nothing = 0,

    /// <summary>Somewhere written in small letters: then its capital at a sentence's beginning means little.</summary>
    Small = 1,

    /// <summary>Somewhere with a capital letter inside an ordinary sentence.</summary>
    CapitalInside = 2,

    /// <summary>Somewhere after a given name, and both with capitals.</summary>
    AfterGivenName = 4,

    /// <summary>Somewhere after an honorific or the name of an office.</summary>
    AfterHonorific = 8,

    /// <summary>Somewhere before a word like "Party" or "Inc.".</summary>
    BeforeOrganisationWord = 16,

    /// <summary>Somewhere after "in", "at", "from", "near", "to".</summary>
    AfterPlacePreposition = 32,

    /// <summary>Somewhere as the subject of a word of saying.</summary>
    BeforeSaying = 64,
}

/// <summary>Gathers the evidence for every word of a text in one pass, so that "Zemlyak" alone profits from "President Zemlyak" above it.</summary>
internal static class DocumentEvidence
{
    private static readonly HashSet<ulong> PlacePrepositions = Hashes("in", "at", "from", "near", "to", "across", "outside");
    private static readonly HashSet<ulong> Sayings = Hashes("said", "says", "told", "added", "asked", "noted", "stated", "argued", "warned", "wrote", "who", "'s");

    public static Evidence[] Gather(WordFacts facts)
    {
        Dictionary<ulong, Evidence> seen = new(facts.Count / 2);
        for (int i = 0; i < facts.Count; i++)
        {
            Evidence here = Here(facts, i);
            if (here != Evidence.Nothing) seen[facts.Lower[i]] = seen.GetValueOrDefault(facts.Lower[i]) | here;
        }

        Evidence[] evidence = new Evidence[facts.Count];
        for (int i = 0; i < facts.Count; i++) evidence[i] = seen.GetValueOrDefault(facts.Lower[i]);
        return evidence;
    }

    private static Evidence Here(WordFacts facts, int i)
    {
        if (!facts.Capital[i]) return facts.Casing[i] == 3 ? Evidence.Nothing : Evidence.Small;
        if (facts.Casing[i] != 0 || i == facts.SentenceStart[i]) return Evidence.Nothing;
        Evidence here = Evidence.CapitalInside;
        int before = i - 1;
        if (facts.Capital[before] && (facts.Known[before] & Known.GivenName) != Known.Nothing) here |= Evidence.AfterGivenName;
        if ((facts.Known[before] & Known.Honorific) != Known.Nothing) here |= Evidence.AfterHonorific;
        if (PlacePrepositions.Contains(facts.Lower[before])) here |= Evidence.AfterPlacePreposition;
        if (i + 1 >= facts.SentenceEnd[i]) return here;
        if (facts.Capital[i + 1] && (facts.Known[i + 1] & Known.OrganisationWord) != Known.Nothing) here |= Evidence.BeforeOrganisationWord;
        if (Sayings.Contains(facts.Lower[i + 1])) here |= Evidence.BeforeSaying;
        return here;
    }

    private static HashSet<ulong> Hashes(params string[] words) => [.. words.Select(w => Hashing.OfLower(w))];
}
