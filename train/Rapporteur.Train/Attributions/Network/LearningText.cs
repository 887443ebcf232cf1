using Rapporteur.Text;
using Rapporteur.Text.Attributions.Learned;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>A text with the labels that its annotators' marks, or another's opinion, give its words.</summary>
/// <param name="Text">The text.</param>
/// <param name="CueLabels">For each token 0, 1 where a cue begins, 2 where it goes on.</param>
/// <param name="Cues">Each cue, and for the words it looks at 0, 1 for source, 2 for content.</param>
internal sealed record LearningText(ReadText Text, Labels CueLabels, List<(ArgumentFeatures Cue, Labels Labels)> Cues)
{
    /// <summary>Reads marks as labels.</summary>
    public static LearningText Of(ReadText text, List<MarkedAttribution> marked)
    {
        byte[] labels = new byte[text.Tokens.Count];
        List<(ArgumentFeatures, Labels)> cues = [];
        foreach (MarkedAttribution one in marked)
        {
            bool begun = false;
            int last = -1;
            foreach (int token in one.Cue.Order().SelectMany(span => Covered(text, span)))
            {
                // A cue in two pieces ("made it clear") is learnt as one cue and a continuation only when they touch.
                labels[token] = (byte)(!begun ? 1 : token == last + 1 ? 2 : labels[token]);
                begun = true;
                last = token == last + 1 || last < 0 ? token : last;
            }

            if (one.Cue.Count == 0 || one.Content.Count == 0) continue;
            List<int> cue = [.. Covered(text, one.Cue.Min())];
            if (cue.Count == 0) continue;
            ArgumentFeatures features = new(text, cue[0], cue[^1] + 1);
            byte[] roles = new byte[features.Range.End - features.Range.First];
            Mark(one.Content, 2);
            Mark(one.Source, 1);
            cues.Add((features, new Labels(roles, null)));

            void Mark(List<TextSpan> spans, byte role)
            {
                foreach (int token in spans.SelectMany(span => Covered(text, span)))
                {
                    if (token >= features.Range.First && token < features.Range.End) roles[token - features.Range.First] = role;
                }
            }
        }

        return new LearningText(text, new Labels(labels, null), cues);
    }

    /// <summary>The tokens that a span touches.</summary>
    public static IEnumerable<int> Covered(ReadText text, TextSpan span)
    {
        for (int t = text.TokenAt(span.Start); t < text.Tokens.Count && text.Tokens[t].Span.Start < span.End; t++) yield return t;
    }
}

/// <summary>What the words of a stretch are to be labelled as.</summary>
/// <param name="Best">The label of each word.</param>
/// <param name="Shares">How likely each label is at each word, <see cref="ChainDecoder.Labels"/> numbers a word, where a teacher is not certain; null where the labels are certain.</param>
internal readonly record struct Labels(byte[] Best, float[]? Shares)
{
    /// <summary>The labels of some of the words.</summary>
    public Labels Slice(int first, int end) => new(Best[first..end], Shares?[(first * ChainDecoder.Labels)..(end * ChainDecoder.Labels)]);

    /// <summary>How likely a label is at a word.</summary>
    public float Share(int word, int label) => Shares is null ? Best[word] == label ? 1 : 0 : Shares[(word * ChainDecoder.Labels) + label];
}
