namespace Rapporteur.Text.Coreference;

/// <summary>A pronoun with the persons it may mean.</summary>
internal sealed class PronounContext
{
    // Farther back, hardly anybody is meant by a pronoun: chains of pronouns keep a person near. Not tuned.
    private const int SentencesBack = 8;

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

    /// <summary>True when nothing about gender is to be seen: training learns from pronouns whose gender alone tells whom they mean.</summary>
    public bool IsGenderHidden { get; }

    /// <summary>True when the pronoun is the subject of a word of saying.</summary>
    public bool IsSpeaking { get; }

    /// <summary>The candidate who was the last to speak before the pronoun; null when nobody was.</summary>
    public CastMember? LastSpeaker { get; }

    public PronounContext(TextReading reading, Pronoun pronoun, List<CastMember> cast, bool[] inQuotation, (string? Actor, int Sentence) lastSame, bool hideGender = false)
    {
        IsGenderHidden = hideGender;
        Reading = reading;
        Pronoun = pronoun;
        InQuotation = inQuotation;
        (LastSame, LastSameSentence) = lastSame;
        FirstPerson = cast.Count > 0 ? cast[0].Mentions[0].First : -1;
        int sentence = reading.SentenceAt[pronoun.Word];
        foreach (CastMember member in cast)
        {
            if (!hideGender && member.IsGenderSure && member.Gender != pronoun.Gender) continue;
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

        IsSpeaking = pronoun.Function == Function.Subject && Speaking.IsSubject(reading, pronoun.Word, pronoun.Word + 1);
        LastSpeaker = FindLastSpeaker();
        Rank = [.. Nearest.Select(n => Nearest.Count(other => other.First < pronoun.Word && other.First > n.First))];
    }

    /// <summary>True when a word of saying stands beside the mention: in a quotation, "he" is seldom its speaker.</summary>
    public bool IsSpeaker(CastMention mention) => Speaking.IsSubject(Reading, mention.First, mention.End);

    /// <summary>True when the pronoun and the mention depend on the same verb, so that they cannot be one person ("Oswin saw him").</summary>
    public bool IsRivalArgument(CastMention mention)
    {
        if (Pronoun.IsReflexive || Pronoun.Function == Function.Possessive) return false;
        int mine = Reading.Text.Tokens[Pronoun.Word].Head;
        int its = Reading.Text.Tokens[Functions.Head(Reading, mention.First, mention.End)].Head;
        return mine >= 0 && mine == its;
    }

    private CastMember? FindLastSpeaker()
    {
        CastMember? speaker = null;
        int last = -1;
        foreach (CastMember member in Candidates)
        {
            int at = member.Mentions.FindLastIndex(m => m.First < Pronoun.Word && !InQuotation[m.First] && IsSpeaker(m));
            if (at < 0 || member.Mentions[at].First <= last) continue;
            last = member.Mentions[at].First;
            speaker = member;
        }

        return speaker;
    }
}
