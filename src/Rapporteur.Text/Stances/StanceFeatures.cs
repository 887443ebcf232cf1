using Rapporteur.Text.Encounters;
using Rapporteur.Text.Learning;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Text.Stances;

/// <summary>What the trained decision looks at in one attribution: the rules' reading, the cue, the content's main word with its modality, and what the words mean.</summary>
internal static class StanceFeatures
{
    // Beyond this many words a cue is a clause, and its wording comes back nowhere.
    private const int LongestCue = 4;
    private const float Counted = 1;
    private static readonly Lazy<WordVectors> Vectors = new(() => new WordVectors(EmbeddedData.Model("vectors/vectors.bin")));

    /// <summary>The features by name. Meanings are averages of word vectors, one feature a number.</summary>
    /// <param name="tree">The text.</param>
    /// <param name="index">Index of the attribution.</param>
    /// <param name="marks">What the rules read in it.</param>
    public static Dictionary<string, float> Of(EncounterText tree, int index, IReadOnlyList<StanceMark> marks)
    {
        Attribution attribution = tree.Text.Attributions[index];
        Dictionary<string, float> features = new(StringComparer.Ordinal) { ["bias"] = Counted };
        List<int> cue = Tokens(tree, attribution.Cue), content = Tokens(tree, attribution.Content);
        Add(features, $"act={attribution.Act}");
        Add(features, $"form={attribution.Form}");
        Add(features, attribution.Negated ? "act-negated" : "act-plain");
        OfRules(features, marks);
        OfCue(features, tree, cue);
        OfContent(features, tree, attribution, content);
        Meaning(features, "cue", tree, cue);
        Meaning(features, "content", tree, content);
        return features;
    }

    private static void OfRules(Dictionary<string, float> features, IReadOnlyList<StanceMark> marks)
    {
        StanceMark? main = marks.OrderByDescending(mark => mark.Strength).FirstOrDefault();
        string stance = main?.Stance.ToString() ?? "none";
        Add(features, $"rules={stance}");
        if (main is not null)
        {
            Add(features, $"rules={stance}-{Math.Round(main.Strength * 5)}");
            Add(features, main.Clause ? "towards-clause" : "towards-noun");
        }

        foreach (Stance other in marks.Select(mark => mark.Stance).Distinct()) Add(features, $"rules-have={other}");
    }

    private static void OfCue(Dictionary<string, float> features, EncounterText tree, List<int> cue)
    {
        if (cue.Count == 0) Add(features, "cue=-");
        if (cue.Count is > 0 and <= LongestCue) Add(features, "cue-words=" + string.Join(' ', cue.Select(tree.Lemma)));
        bool negated = cue.Exists(i => Negation(tree, i));
        foreach (int i in cue)
        {
            string sign = negated ? "not-" : "";
            if (tree.Text.Tokens[i].Upos is "VERB" or "NOUN" or "ADJ" or "ADP" or "ADV") Add(features, $"cue={sign}{tree.Lemma(i)}");
            foreach (string read in Lexical(tree, i)) Add(features, $"cue-takes={sign}{read}");
        }
    }

    private static void OfContent(Dictionary<string, float> features, EncounterText tree, Attribution attribution, List<int> content)
    {
        if (content.Count == 0) return;
        HashSet<int> inside = [.. content];
        int root = content.FirstOrDefault(i => !inside.Contains(tree.Text.Tokens[i].Head) && tree.Text.Tokens[i].Upos is "VERB" or "AUX" or "NOUN" or "PROPN" or "ADJ" or "PRON", content[0]);
        StanceHolder holder = new(tree, attribution);
        string sign = tree.Children(root).Any(child => Negation(tree, child)) ? "not-" : "";
        string modal = tree.Children(root).Where(child => tree.Text.Tokens[child].Xpos == "MD").Select(tree.Lemma).FirstOrDefault("");
        string subject = holder.Subject(root) is var who and >= 0 ? holder.Holds(root) ? "own" : tree.ActorAt(who) is null ? "thing" : "other" : "none";
        Add(features, $"main={tree.Lemma(root)}");
        Add(features, $"main={sign}{tree.Text.Tokens[root].Upos}-{tree.Text.Tokens[root].Xpos}");
        Add(features, $"modal={sign}{modal}");
        Add(features, $"modal={sign}{modal}-{subject}");
        Add(features, $"subject={subject}");
        Add(features, $"opens={tree.Lemma(content[0])}");
        foreach (string read in Lexical(tree, root)) Add(features, $"main-takes={sign}{read}-{subject}");
        foreach (int i in content)
        {
            Token token = tree.Text.Tokens[i];
            if (Negation(tree, i)) Add(features, "has-negation");
            if (token.Xpos == "MD") Add(features, $"has-modal={tree.Lemma(i)}");
            if (StanceLexicon.English.Condition(tree.Lemma(i)) is { } unless) Add(features, unless ? "has-unless" : "has-if");
            if (token.Upos is "VERB" or "ADJ" or "ADV" or "NOUN") Add(features, $"has={tree.Lemma(i)}");
            string own = tree.Children(i).Any(child => Negation(tree, child)) ? "not-" : "";
            foreach (string read in Lexical(tree, i)) Add(features, $"takes={own}{read}");
        }
    }

    private static IEnumerable<string> Lexical(EncounterText tree, int i)
    {
        foreach (StanceLexicon.Entry entry in StanceLexicon.English.Of(tree.Text.Tokens[i].Upos ?? "", tree.Lemma(i)).Take(1))
        {
            yield return entry.Role is StanceRole.Own or StanceRole.Any ? entry.Stance.ToString() : entry.Role.ToString();
        }

        if (ActLexicon.English.ContentOf(tree.Lemma(i)) is { } act) yield return "act-" + act.Act;
    }

    private static bool Negation(EncounterText tree, int i) => tree.Lemma(i) is "not" or "never" or "n't" or "no" or "nor" or "neither" or "without" or "nothing" or "nobody";

    private static void Meaning(Dictionary<string, float> features, string part, EncounterText tree, List<int> tokens)
    {
        Span<float> sum = stackalloc float[WordVectors.Width], one = stackalloc float[WordVectors.Width];
        sum.Clear();
        int count = 0;
        foreach (int i in tokens)
        {
            if (tree.Text.Tokens[i].Upos is not ("VERB" or "NOUN" or "ADJ" or "ADV" or "AUX" or "PART")) continue;
            Vectors.Value.Fill(FeatureHash.Of(tree.Written(i)), one);
            for (int k = 0; k < sum.Length; k++) sum[k] += one[k];
            count++;
        }

        if (count == 0) return;
        for (int k = 0; k < sum.Length; k++) features[$"{part}~{k}"] = sum[k] / count;
    }

    private static void Add(Dictionary<string, float> features, string name) => features[name] = Counted;

    private static List<int> Tokens(EncounterText tree, IReadOnlyList<TextSpan> spans)
    {
        List<int> found = [];
        IReadOnlyList<Token> all = tree.Text.Tokens;
        for (int i = 0; i < all.Count; i++)
        {
            if (spans.Any(span => all[i].Span.Start >= span.Start && all[i].Span.Start < span.End)) found.Add(i);
        }

        return found;
    }
}
