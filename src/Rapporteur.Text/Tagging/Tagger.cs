using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tagging;

/// <summary>Gives every token its universal and its Penn part of speech.</summary>
/// <remarks>
/// One trained decision per token, from left to right, for both tags together: <c>VBZ AUX</c>. Each model label is such a pair.
/// </remarks>
internal sealed class Tagger
{
    private readonly SparseLinearModel _model;
    private readonly (string Xpos, string Upos)[] _tags;

    public Tagger(SparseLinearModel model)
    {
        _model = model;
        _tags = [.. model.Labels.Select(l => l.Split(' ')).Select(l => (string.Intern(l[0]), string.Intern(l[1])))];
    }

    /// <summary>Tags the tokens of one sentence in place.</summary>
    public void Tag(ReadOnlySpan<WordForm> forms, Span<Token> tokens)
    {
        Span<ulong> features = stackalloc ulong[TaggerFeatures.Most];
        Span<int> scores = stackalloc int[_tags.Length];
        uint tag1 = 0, tag2 = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            int count = TaggerFeatures.Of(forms, i, tag1, tag2, features);
            _model.Score(features[..count], scores);
            int best = 0;
            for (int t = 1; t < scores.Length; t++)
            {
                if (scores[t] > scores[best]) best = t;
            }

            tokens[i] = tokens[i] with { Xpos = _tags[best].Xpos, Upos = _tags[best].Upos };
            (tag2, tag1) = (tag1, (uint)best + 1);
        }
    }
}
