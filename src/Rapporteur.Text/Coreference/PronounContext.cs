namespace Rapporteur.Text.Coreference;

/// <summary>A pronoun with the persons it may mean.</summary>
internal sealed class PronounContext
{
    // Farther back, nobody is meant by a pronoun: 99 of 100 antecedents in GUM stand within this many sentences.
    private const int SentencesBack = 8;

    private static readonly HashSet<string> Sayings = new(StringComparer.OrdinalIgnoreCase) { "said", "says", "told", "added", "asked", "noted", "wrote", "stated", "argued", "warned", "tweeted", "insisted", "explained", "replied", "continued", "according" };

    public TextReading Reading { get; }

    public Pronoun Pronoun { get; }

    public List<CastMember> Candidates { get; } = [];

    /// <summary>The mention of each candidate that stands nearest before the pronoun, or after it in its sentence.</summary>
    public List<CastMention> Nearest { get; } = [];

    /// <summary>How many candidates were mentioned more lately.</summary>
    public int[] Rank { get; }

    public bool[] InQuotation { get; }

    /// <summary>The person the last pronoun of this gender meant, and its sentence.</summary>
    public string? LastSame { get; }

    public int LastSameSentence { get; }

    /// <summary>First word of the first person named in the text.</summary>
    public int FirstPerson { get; }

    public PronounContext(TextReading reading, Pronoun pronoun, List<CastMember> cast, bool[] inQuotation, (string? Actor, int Sentence) lastSame)
    {
        Reading = reading;
        Pronoun = pronoun;
        InQuotation = inQuotation;
        (LastSame, LastSameSentence) = lastSame;
        FirstPerson = cast.Count > 0 ? cast[0].Mentions[0].First : -1;
        int sentence = reading.SentenceAt[pronoun.Word];
        foreach (CastMember member in cast)
        {
            if (member.IsGenderSure && member.Gender != pronoun.Gender) continue;
            int last = member.Mentions.FindLastIndex(m => m.First < pronoun.Word);
            CastMention mention;
            if (last >= 0 && sentence - reading.SentenceAt[member.Mentions[last].First] <= SentencesBack) mention = member.Mentions[last];
            else
            {
                int next = member.Mentions.FindIndex(m => m.First > pronoun.Word && reading.SentenceAt[m.First] == sentence);
                if (next < 0) continue;
                mention = member.Mentions[next];
            }

            Candidates.Add(member);
            Nearest.Add(mention);
        }

        Rank = [.. Nearest.Select(n => Nearest.Count(other => other.First < pronoun.Word && other.First > n.First))];
    }

    /// <summary>True when a word of saying stands beside the mention: in a quotation, "he" is seldom its speaker.</summary>
    public bool IsSpeaker(CastMention mention) => IsSaying(mention.First - 1) || IsSaying(mention.End);

    /// <summary>True when the pronoun and the mention depend on the same verb, so that they cannot be one person ("Oswin saw him").</summary>
    public bool IsRivalArgument(CastMention mention)
    {
        if (Pronoun.IsReflexive || Pronoun.Function == Function.Possessive) return false;
        int mine = Reading.Text.Tokens[Pronoun.Word].Head;
        int its = Reading.Text.Tokens[Functions.Head(Reading, mention.First, mention.End)].Head;
        return mine >= 0 && mine == its;
    }

    private bool IsSaying(int i) => i >= 0 && i < Reading.Count && Sayings.Contains(Reading.Word(i).ToString());
}
