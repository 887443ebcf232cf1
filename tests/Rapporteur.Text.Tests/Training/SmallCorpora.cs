using System.Text;

namespace Rapporteur.Text.Tests.Training;

/// <summary>A folder of invented corpora in the layout that training expects: enough to run every step, far too little to learn English.</summary>
internal static class SmallCorpora
{
    private static readonly string[] Nouns = ["minister", "envoy", "council", "treaty", "border", "offer", "reporter", "garrison"];
    private static readonly string[] Verbs = ["rejected", "signed", "praised", "ignored", "opened", "watched"];

    public static string Create()
    {
        string root = Directory.CreateTempSubdirectory("rapporteur-corpora").FullName;
        Write(root, "ud-english-ewt/en_ewt-ud-train.conllu", Treebank("weblog-train", 12));
        Write(root, "ud-english-ewt/en_ewt-ud-dev.conllu", Treebank("weblog-dev", 2));
        Write(root, "gum/splits.md", "## train\n\n  * GUM_news_train1\n\n## dev\n\n  * GUM_news_dev\n\n## test\n\n  * GUM_news_test\n");
        foreach (string part in new[] { "train1", "train2", "train3", "train4", "dev", "test" }) Write(root, $"gum/dep/GUM_news_{part}.conllu", Treebank($"GUM_news_{part}", 1));
        Write(root, "masc-tagged/written/one.txt", string.Join('\n', Nouns.Select(n => $"The_DT {n}_NN rejected_VBD it_PRP ._.")));
        Write(root, "gmb-ner/ner_dataset.csv", "Sentence #,Word,POS,Tag\n" + string.Join('\n', Verbs.Select(v => $",{v},VBD,O")));
        Write(root, "uner-ewt/en_ewt-ud-train.iob2", "# newdoc id = 1\n1\tThe\tO\t-\t-\n2\tenvoy\tO\t-\t-\n\n");
        Write(root, "ner-extras/wikigold/CONLL-format/data/wikigold.conll.txt", "Oswin I-PER\nrejected O\n\n");
        string[] words = [.. Nouns, .. Verbs, "the", "it", "."];
        Write(root, "glove-60k-100d-int8/words.txt", string.Join('\n', words) + "\n");
        byte[] vectors = new byte[words.Length * 100];
        new Random(1).NextBytes(vectors);
        File.WriteAllBytes(Path.Combine(root, "glove-60k-100d-int8/vectors.int8"), vectors);
        return root;
    }

    // Documents of five sentences: "The envoy rejected the offer." and the like.
    private static string Treebank(string name, int documents)
    {
        StringBuilder text = new();
        int k = name.Length;
        for (int d = 0; d < documents; d++)
        {
            text.Append($"# newdoc id = {name}-{d}\n# newpar id = {name}-{d}-p1\n");
            for (int s = 0; s < 5; s++, k++)
            {
                string subject = Nouns[k % Nouns.Length], verb = Verbs[k % Verbs.Length], goal = Nouns[(k / 2) % Nouns.Length];
                string lemma = verb.EndsWith("ed", StringComparison.Ordinal) ? verb[..^2] : verb;
                text.Append($"# sent_id = {name}-{d}-{s}\n1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\t{subject}\t{subject}\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n")
                    .Append($"3\t{verb}\t{lemma}\tVERB\tVBD\t_\t0\troot\t_\t_\n4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_\n")
                    .Append($"5\t{goal}\t{goal}\tNOUN\tNN\t_\t3\tobj\t_\tSpaceAfter=No\n6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n");
            }
        }

        return text.ToString();
    }

    private static void Write(string root, string path, string text)
    {
        string file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
