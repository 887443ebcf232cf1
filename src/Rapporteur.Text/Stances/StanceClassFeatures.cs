using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>The classes of <see cref="StanceWords"/> in one attribution, by where they stand, and which stand together.</summary>
internal static class StanceClassFeatures
{
    // "we will", "let us": what the first words are counts by itself.
    private const int Opening = 4;

    // A cue of several words may run into the content: "called | for talks".
    private const int BeyondCue = 3;

    // Cues that leave the stance to what they bring in; "not-" before one of them as well.
    private static readonly string[] Open = ["name", "reject", "charge", "say", "aim", "think", "rebut"];

    /// <summary>Adds the features of the group <see cref="StanceGroup.Class"/>.</summary>
    public static void Add(StanceEvidence found, StanceParts parts, StanceMark? read)
    {
        EncounterText tree = parts.Tree;
        List<string> at = [];
        List<string> cue = [], main = [], anywhere = [];
        int beyond = parts.Cue.Count == 0 ? 0 : Math.Min(tree.Text.Tokens.Count, parts.Cue[^1] + BeyondCue);
        foreach (int i in parts.Cue)
        {
            StanceWords.English.At(tree, i, beyond, at);
            string sign = parts.NearSign(i);
            foreach (string name in at) Once(cue, sign + name);
        }

        foreach (string name in cue) Class(found, $"c={name}");
        if (cue.Count == 0) Class(found, "c-none");
        int end = parts.Content.Count == 0 ? 0 : parts.Content[^1] + 1, words = 0;
        foreach (int i in parts.Content)
        {
            if (parts.At(i).Upos == "PUNCT") continue;
            words++;
            StanceWords.English.At(tree, i, end, at);
            string sign = at.Count == 0 ? "" : parts.NearSign(i);
            foreach (string name in at) OfContent(found, parts, i, sign, name, words <= Opening, main, anywhere);
        }

        string reading = read?.Stance.ToString() ?? "";
        foreach (string name in cue)
        {
            foreach (string other in main) Class(found, $"c>m={name}>{other}");
            if (Array.Exists(Open, name.EndsWith))
            {
                foreach (string other in anywhere) Class(found, $"c>w={name}>{other}");
            }

            if (parts.Content.Count > 0) Class(found, $"c>1={name}>{tree.Lemma(parts.Content[0])}");
            Class(found, $"c>x={name}>{(parts.Main >= 0 ? parts.At(parts.Main).Xpos : "")}");
            Class(found, $"c-r={name}-{reading}");
        }
    }

    private static void OfContent(StanceEvidence found, StanceParts parts, int i, string sign, string name, bool opens, List<string> main, List<string> anywhere)
    {
        if (name == "self")
        {
            Class(found, "self");
            return;
        }

        string signed = sign + name;
        Once(anywhere, signed);
        Class(found, $"w={signed}");
        if (opens) Class(found, $"o={signed}");
        if (i == parts.Main)
        {
            Class(found, $"m={signed}");
            Once(main, signed);
        }

        if (i == parts.Inner)
        {
            Class(found, $"d={signed}");
            Class(found, $"ds={signed}-{parts.Subject(i)}");
            Class(found, $"dm={signed}-{parts.Modal(i)}");
            Once(main, signed);
        }

        int head = parts.At(i).Head;
        if (head >= 0 && (head == parts.Main || head == parts.Inner)) Class(found, $"u={signed}");
        if (parts.At(i).Upos == "VERB") Class(found, $"vs={signed}-{parts.Subject(i)}");
        Class(found, $"fm={parts.Attribution.Form}-{signed}");
    }

    private static void Class(StanceEvidence found, string name) => found.Add(StanceGroup.Class, name);

    private static void Once(List<string> list, string name)
    {
        if (!list.Contains(name)) list.Add(name);
    }
}
