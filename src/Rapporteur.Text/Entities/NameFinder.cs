namespace Rapporteur.Text.Entities;

/// <summary>Finds the names of persons, organisations, places and states.</summary>
/// <remarks>Words are labelled by <see cref="NameModel"/>; whether a place has a government is decided by <see cref="PlaceKinds"/>.</remarks>
internal static class NameFinder
{
    /// <summary>The names in text order; none overlap. Their actors are not filled in yet.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="evidence">What the network of the trees says of each token, one number for each of <see cref="NameLabels"/>.</param>
    public static IReadOnlyList<EntityMention> Find(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, float[] evidence)
    {
        NameModel model = NameModel.English;
        WordFacts facts = new(text, tokens, sentences, model.Clusters);
        byte[] labels = NameDecoder.Decode(facts, sentences, model, evidence);
        NameConsistency.Complete(facts, labels);
        List<EntityMention> found = [];
        int begin = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            int label = labels[i];
            if (label == NameLabels.Outside) continue;
            int position = NameLabels.Position(label);
            if (position is NameLabels.Begin or NameLabels.Unit) begin = i;
            if (position is not (NameLabels.Last or NameLabels.Unit)) continue;
            TextSpan span = new(tokens[begin].Span.Start, tokens[i].Span.End);
            found.Add(new EntityMention(span, TypeOf(NameLabels.Kind(label), text, span, facts, begin, i), null));
        }

        return HeadlineNames.Divide(text, tokens, sentences, found);
    }

    private static EntityType TypeOf(int kind, string text, TextSpan span, WordFacts facts, int first, int last) => kind switch
    {
        0 => EntityType.Person,
        1 => EntityType.Organisation,
        _ => PlaceKinds.HasGovernment(text, span, facts, first, last) ? EntityType.GeoPoliticalEntity : EntityType.Place,
    };
}
