using Rapporteur.Text.Coreference;

namespace Rapporteur.Train.Names;

/// <summary>GAP's own score: F1 over "this name is meant" for the two names of each example.</summary>
internal sealed class GapScores
{
    private readonly int[] _right = new int[2], _found = new int[2], _gold = new int[2];

    public double F1 => F(_right.Sum(), _found.Sum(), _gold.Sum());

    public void Add(GapExample example, PronounResolver resolver)
    {
        TextReading reading = new(example.Text);
        CastMember? chosen = null;
        List<CastMember> cast = Cast.Gather(reading);
        RoleReferences.Resolve(reading, cast, reading.InQuotation);
        resolver.Walk(reading, cast, (context, best) =>
        {
            if (context.Pronoun.Word == example.Pronoun) chosen = context.Candidates[best];
            return best;
        });
        int g = example.Gender == 'm' ? 0 : 1;
        Count(g, example.IsA, chosen is not null && GapExample.Stands(reading, chosen, example.A));
        Count(g, example.IsB, chosen is not null && GapExample.Stands(reading, chosen, example.B));
    }

    public override string ToString() => $"F1 {F1:F1} (he {F(_right[0], _found[0], _gold[0]):F1}, she {F(_right[1], _found[1], _gold[1]):F1})";

    private void Count(int g, bool gold, bool found)
    {
        if (gold) _gold[g]++;
        if (found) _found[g]++;
        if (gold && found) _right[g]++;
    }

    private static double F(int right, int found, int gold) => right == 0 ? 0 : 200.0 * right / (found + gold);
}
