using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Coreference;

/// <summary>Decides whom each "he", "she", "his", "her" of a text means: the candidate with the highest sum of learnt integer weights.</summary>
internal sealed class PronounResolver(short[] weights)
{
    /// <summary>The weights built into the assembly.</summary>
    public static PronounResolver English { get; } = new(Read(EmbeddedData.Model("names/pronouns.bin")));

    /// <summary>The pronouns that have an antecedent, in text order; the cast's mentions grow by them.</summary>
    public List<ActorReference> Resolve(TextReading reading, List<CastMember> cast)
    {
        List<ActorReference> found = [];
        Walk(reading, cast, (context, best) =>
        {
            found.Add(new ActorReference(reading.Text.Tokens[context.Pronoun.Word].Span, context.Candidates[best].Actor));
            return best;
        });
        return found;
    }

    /// <summary>Goes over the pronouns from the left; <paramref name="decide"/> sees each with its best candidate and says which one counts, -1 for none.</summary>
    public void Walk(TextReading reading, List<CastMember> cast, Func<PronounContext, int, int> decide)
    {
        bool[] inQuotation = reading.InQuotation;
        (string?, int) lastMale = default, lastFemale = default;
        for (int i = 0; i < reading.Count; i++)
        {
            if (Pronoun.At(reading, i) is not { } pronoun) continue;
            PronounContext context = new(reading, pronoun, cast, inQuotation, pronoun.Gender == 'm' ? lastMale : lastFemale);
            if (context.Candidates.Count == 0) continue;
            int chosen = decide(context, Best(context));
            if (chosen < 0) continue;
            CastMember member = context.Candidates[chosen];
            member.Add(new CastMention(i, i + 1, pronoun.Function, IsName: false));
            if (member.Gender == 'u') member.Gender = pronoun.Gender;
            if (pronoun.Gender == 'm') lastMale = (member.Actor, reading.SentenceAt[i]);
            else lastFemale = (member.Actor, reading.SentenceAt[i]);
        }
    }

    private int Best(PronounContext context)
    {
        List<int> features = new(32);
        int best = 0, highest = int.MinValue;
        for (int c = 0; c < context.Candidates.Count; c++)
        {
            PronounFeatures.Fill(context, c, features);
            int score = 0;
            foreach (int feature in features) score += weights[feature];
            if (score <= highest) continue;
            highest = score;
            best = c;
        }

        return best;
    }

    private static short[] Read(byte[] bytes)
    {
        short[] weights = new short[PronounFeatures.Count];
        if (bytes.Length != weights.Length * sizeof(short)) throw new InvalidDataException("models/names/pronouns.bin does not fit this build. Train it again: train names");
        Buffer.BlockCopy(bytes, 0, weights, 0, bytes.Length);
        return weights;
    }
}
