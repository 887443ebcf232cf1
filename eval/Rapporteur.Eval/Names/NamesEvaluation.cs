using System.Text;
using Rapporteur.Text;
using Rapporteur.Text.Coreference;
using Rapporteur.Text.Entities;
using Rapporteur.Text.Tagging;
using Rapporteur.Train.Names;

namespace Rapporteur.Eval.Names;

/// <summary>Names on three corpora, roles and pronoun sources on places marked by reading, pronouns on GAP's validation part.</summary>
/// <remarks>The test part of UNER EWT is left alone here: it is looked at once per release.</remarks>
internal sealed class NamesEvaluation : IEvaluation
{
    /// <inheritdoc/>
    public string Name => "names";

    /// <inheritdoc/>
    public IEnumerable<Score> Run(EvaluationContext context)
    {
        string Corpus(params string[] parts) => Path.Combine([context.Corpora, .. parts]);
        using StreamReader uner = File.OpenText(Corpus("uner-ewt", "en_ewt-ud-dev.iob2"));
        yield return new Score("names/uner-dev/f1", F1(NameCorpora.Uner(uner)), 82);
        using StreamReader groningen = new(Corpus("gmb-ner", "ner_dataset.csv"), Encoding.Latin1);
        // Every tenth document is what training leaves out.
        yield return new Score("names/groningen/f1", F1(NameCorpora.Groningen(groningen).Where((_, i) => i % 10 == 0)));
        using StreamReader wikigold = File.OpenText(Corpus("ner-extras", "wikigold", "CONLL-format", "data", "wikigold.conll.txt"));
        yield return new Score("names/wikigold/f1", F1(NameCorpora.Wikigold(wikigold).Where((_, i) => i % 10 == 0)));
        TextAnalyser analyser = new();
        yield return new Score("names/roles/right", MarkedRoles.Right(analyser, Corpus("polnear", "train", "text")), 90);
        yield return new Score("names/pronoun-sources/right", MarkedPronouns.Right(analyser, Corpus("polnear", "dev", "text")), 88);
        GapScores gap = new();
        foreach (GapExample example in GapCorpus.Read(Corpus("gap", "gap-validation.tsv"), analyser)) gap.Add(example, PronounResolver.English);
        yield return new Score("names/gap-validation/f1", gap.F1, 65);
    }

    private static double F1(IEnumerable<LabelledDocument> documents)
    {
        NameScores scores = new();
        foreach (LabelledDocument d in documents)
        {
            WordFacts facts = new(d.Text, d.Tokens, d.Sentences, NameModel.English.Clusters);
            SyntaxAnnotator.Read(SyntaxAnnotator.Forms(d.Text, d.Tokens), d.Tokens, d.Sentences, out float[] evidence);
            byte[] labels = NameDecoder.Decode(facts, d.Sentences, NameModel.English, evidence);
            NameConsistency.Complete(facts, labels);
            scores.Add(d.Labels, labels);
        }

        return scores.F1;
    }
}
