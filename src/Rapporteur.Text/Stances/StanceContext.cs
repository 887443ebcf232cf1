using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>What was spoken of just before words that are too short to tell their matter: "Asked about the prisoners, he said: All for all".</summary>
internal static class StanceContext
{
    // A quotation longer than this tells by itself what it is about; chosen by reading.
    private const int Short = 25;
    private const int SentencesBack = 2;
    private const int Most = 12;

    /// <summary>Stems of the nouns and verbs in the rest of the sentence, then in the sentences before, nearest first; empty where the words are many.</summary>
    /// <param name="tree">The text.</param>
    /// <param name="attribution">Whose words.</param>
    /// <param name="content">Their tokens.</param>
    /// <param name="before">What the stance read before this one is towards: stems, and its last token; null when none was.</param>
    public static IReadOnlyList<string> Of(EncounterText tree, Attribution attribution, IReadOnlyList<int> content, (IReadOnlyList<string> Words, int Token)? before)
    {
        if (content.Count is 0 or > Short) return [];
        HashSet<int> told = [.. content, .. StanceParts.Tokens(tree, attribution.Source), .. StanceParts.Tokens(tree, attribution.Cue)];
        int own = SentenceOf(tree, content[0]);
        List<string> words = [];
        if (before is { } earlier && earlier.Token < content[0] && SentenceOf(tree, earlier.Token) >= own - SentencesBack) words.AddRange(earlier.Words.Where(word => word[0] != '^'));
        for (int sentence = own; sentence >= 0 && sentence >= own - SentencesBack && words.Count < Most; sentence--)
        {
            Sentence around = tree.Text.Sentences[sentence];
            foreach (int i in Enumerable.Range(around.FirstToken, around.EndToken - around.FirstToken).Where(i => !told.Contains(i)).OrderBy(i => tree.Text.Tokens[i].Upos == "VERB"))
            {
                if (words.Count < Most && tree.Text.Tokens[i].Upos is "NOUN" or "PROPN" or "VERB" && StanceTarget.WordOf(tree, i) is { } word && word[0] != '^' && !words.Contains(word)) words.Add(word);
            }
        }

        return words;
    }

    private static int SentenceOf(EncounterText tree, int token)
    {
        int low = 0, high = tree.Text.Sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tree.Text.Sentences[middle].EndToken <= token) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
