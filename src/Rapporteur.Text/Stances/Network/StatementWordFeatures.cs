using Rapporteur.Text.Encounters;
using Rapporteur.Text.Learning;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Text.Stances.Network;

/// <summary>What the network is told of a word besides its vector: its part, class and tree, who its subject is, and what the lists of words say of it.</summary>
internal static class StatementWordFeatures
{
    // Rows that all features share: a power of two.
    internal const int Rows = 8192;

    // Farther below the main word than this is far.
    private const int Deepest = 4;
    private const ulong NotBelow = 9;

    /// <summary>The rows of a token's features.</summary>
    /// <param name="parts">The statement.</param>
    /// <param name="token">The token.</param>
    /// <param name="part">What it is in the statement.</param>
    /// <param name="afterGap">Whether the word before it is not read.</param>
    public static int[] Of(StanceParts parts, int token, StatementPart part, bool afterGap)
    {
        EncounterText tree = parts.Tree;
        Token word = parts.At(token);
        List<int> rows = new(16);
        ulong of = (ulong)part, tag = Hash(word.Xpos ?? ""), lemma = Hash(tree.Lemma(token)), relation = Hash(tree.Relation(token)), denied = parts.Sign(token).Length > 0 ? 1u : 0;
        ulong spot = Spot(parts, token) | (token == parts.LastOfCue ? 8u : 0);
        Add(1, of);
        Add(2, of, tag);
        Add(3, lemma);
        Add(4, lemma, denied + 1);
        Add(5, relation, of);
        Add(6, spot, denied);
        if (spot != 0) Add(7, spot, lemma);
        foreach (StanceLexicon.Entry entry in StanceLexicon.English.Of(word.Upos ?? "", tree.Lemma(token)).Take(2))
        {
            ulong name = Hash(entry.Role is StanceRole.Own or StanceRole.Any ? entry.Stance.ToString() : entry.Role.ToString());
            Add(8, name, denied);
            Add(9, name, of);
        }

        if (ActLexicon.English.ContentOf(tree.Lemma(token)) is { } act) Add(10, Hash(act.Act.ToString()), of);
        List<string> classes = [];
        StanceWords.English.At(tree, token, tree.Text.Tokens.Count, classes);
        ulong near = classes.Count > 0 && parts.NearSign(token).Length > 0 ? 1u : 0;
        foreach (string name in classes)
        {
            Add(11, Hash(name), near);
            Add(12, Hash(name), of);
        }

        if (word.Upos is "VERB" or "AUX" or "ADJ")
        {
            ulong subject = Hash(parts.Subject(token)), modal = Hash(parts.Modal(token));
            Add(13, subject, modal, of);
            Add(14, subject, of);
            Add(15, modal, denied, of);
        }

        Add(16, Depth(parts, token), of);
        if (word.Head >= 0) Add(17, relation, Spot(parts, word.Head));
        Add(18, tag);
        if (afterGap) Add(19, 1);
        return [.. rows];

        void Add(int template, ulong a, ulong b = 0, ulong c = 0) => rows.Add((int)(FeatureHash.Of(template, a, b, c) >> 44) & (Rows - 1));
    }

    private static ulong Spot(StanceParts parts, int token) => (token == parts.Main ? 1u : 0) | (token == parts.Inner ? 2u : 0) | (token == parts.CueVerb ? 4u : 0);

    // Steps up to the content's main word.
    private static ulong Depth(StanceParts parts, int token)
    {
        int steps = 0, node = token;
        for (; node >= 0 && node != parts.Main && steps < Deepest; steps++) node = parts.At(node).Head;
        return node == parts.Main ? (ulong)steps : NotBelow;
    }

    private static ulong Hash(string name) => FeatureHash.Of(name);
}
