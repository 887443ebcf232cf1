using Rapporteur.Text.Tests.Training;
using Rapporteur.Train;
using Rapporteur.Train.Names;

namespace Rapporteur.Text.Tests.Entities;

/// <summary>Training cannot rot: every step of it runs here on invented corpora, and on 1 % of the real ones where they are unpacked.</summary>
public sealed class NameTrainingTests
{
    [Fact]
    public void Names_and_pronouns_are_learnt_from_small_corpora_and_the_same_again_from_the_same_seed()
    {
        string corpora = Corpora(), first = Train(corpora, 1, out string log), second = Train(corpora, 1, out _);
        Assert.Contains("R 100.0", log, StringComparison.Ordinal);
        foreach (string file in (string[])["names.bin.gz", "pronouns.bin.gz"])
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(first, "names", file)), File.ReadAllBytes(Path.Combine(second, "names", file)));
        }

        foreach (string folder in (string[])[corpora, first, second]) Directory.Delete(folder, true);
    }

    [RealCorporaFact]
    public void A_hundredth_of_the_real_corpora_teaches_some_names()
    {
        string models = Train(RealCorporaFactAttribute.Folder!, 0.01, out string log);
        Assert.Contains("names: pronouns", log, StringComparison.Ordinal);
        Directory.Delete(models, true);
    }

    private static string Train(string corpora, double share, out string log)
    {
        string models = Directory.CreateTempSubdirectory("rapporteur-models").FullName;
        using StringWriter writer = new();
        new NameTraining().Run(new TrainingContext(corpora, models, share, 1, writer));
        log = writer.ToString();
        return models;
    }

    private static string Corpora()
    {
        string root = Directory.CreateTempSubdirectory("rapporteur-corpora").FullName;
        string[] people = ["Harald Oswin", "Lena Brandt", "Maria Delgado", "Robert Ferris"];
        string Document(int d) => $"# newdoc id = {d}\n" + string.Concat(people.Select(p => $"1\t{p.Split(' ')[0]}\tB-PER\t-\t-\n2\t{p.Split(' ')[1]}\tI-PER\t-\t-\n3\tspoke\tO\t-\t-\n\n"));
        string uner = string.Concat(Enumerable.Range(0, 12).Select(Document));
        Write("uner-ewt/en_ewt-ud-train.iob2", uner);
        Write("uner-ewt/en_ewt-ud-dev.iob2", Document(0));
        Write("gmb-ner/ner_dataset.csv", "Sentence #,Word,POS,Tag\nSentence: 1,Lisbon,NNP,B-geo\n,spoke,VBD,O\n");
        Write("ner-extras/wikigold/CONLL-format/data/wikigold.conll.txt", "Oswin I-PER\nspoke O\n\n-DOCSTART- O\n\nNATO I-ORG\nspoke O\n");
        Write("gum/splits.md", "## train\n\n  * GUM_news_one\n");
        Write("gum/dep/GUM_news_one.conllu", "1\tLisbon\tLisbon\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-place-new)\n2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_\n\n");
        Write("glove-60k-100d-int8/words.txt", "spoke\nsaid\nlisbon\noswin\n");
        byte[] vectors = new byte[400];
        new Random(1).NextBytes(vectors);
        File.WriteAllBytes(Path.Combine(root, "glove-60k-100d-int8", "vectors.int8"), vectors);
        string Gap(int i) => $"x-{i}\tRobert Ferris met Maria Delgado in Lisbon. He spoke first.\tHe\t45\tRobert Ferris\t0\tTRUE\tMaria Delgado\t18\tFALSE\thttp://example.org";
        Write("gap/gap-development.tsv", "ID\n" + string.Join('\n', Enumerable.Range(0, 5).Select(Gap)) + "\n");
        Write("polnear/train/text/one.txt", "Robert Ferris met Maria Delgado.\n\nHe left. \"We agreed,\" she said.\n\nShe left.");
        return root;

        void Write(string file, string text)
        {
            string path = Path.Combine(root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
