using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Syntax;

/// <summary>Gives the tokens of a text their tags, heads and relations with a <see cref="SyntaxNetwork"/>.</summary>
internal sealed class SyntaxReader(SyntaxNetwork network, WordVectors vectors)
{
    // What is held in memory at once; what comes out does not depend on it.
    private const int BlockWords = 256;

    // The time for a tree grows with the cube of the length. Nobody writes sentences of more words; lists and tables do.
    private const int LongestTree = 250;

    private readonly (string Xpos, string Upos)[] _tags = [.. network.Tags.Select(l => l.Split(' ')).Select(l => (string.Intern(l[0]), string.Intern(l[1])))];
    private readonly string[] _relations = [.. network.Relations.Select(string.Intern)];

    /// <summary>Fills in tags, heads and relations, and for each word its scores as a part of a name unless <paramref name="names"/> is null.</summary>
    public void Read(WordForm[] forms, Token[] tokens, IReadOnlyList<Sentence> sentences, float[]? names)
    {
        SyntaxPass pass = new();
        for (int s = 0; s < sentences.Count;)
        {
            int first = sentences[s].FirstToken, end = first;
            List<(int First, int End)> runs = [];
            while (s < sentences.Count && (runs.Count == 0 || sentences[s].EndToken - first <= BlockWords))
            {
                end = sentences[s++].EndToken;
                runs.Add((runs.Count == 0 ? 0 : runs[^1].End, end - first));
            }

            pass = network.Apply(forms.AsSpan(first..end), runs, vectors, null, pass);
            if (names is not null) pass.NameScores.AsSpan(0, pass.Words * NameLabels.Count).CopyTo(names.AsSpan(first * NameLabels.Count));
            Fill(pass, tokens.AsSpan(first..end), first);
        }
    }

    private void Fill(SyntaxPass pass, Span<Token> tokens, int offset)
    {
        int[] heads = new int[pass.Words];
        foreach ((int first, int end) in pass.Runs) Attach(pass, first, end, heads);
        float[] scores = network.RelationScores(network.RelationStates(pass, heads));
        for (int w = 0; w < tokens.Length; w++)
        {
            (string xpos, string upos) = _tags[Best(pass.TagScores, w, _tags.Length)];
            string relation = heads[w] < 0 ? "root" : _relations[Best(scores, w, _relations.Length)];
            tokens[w] = tokens[w] with { Xpos = xpos, Upos = upos, Head = heads[w] < 0 ? -1 : offset + heads[w], Relation = relation };
        }
    }

    // A tree for each stretch of a sentence that is not too long; the later ones hang on the first.
    private void Attach(SyntaxPass pass, int first, int end, int[] heads)
    {
        int root = -1;
        for (int from = first; from < end; from += LongestTree)
        {
            int to = Math.Min(from + LongestTree, end);
            int[] tree = ProjectiveTree.Best(network.Arcs(pass, from, to), to - from);
            int top = from + Array.IndexOf(tree, -1);
            for (int i = 0; i < tree.Length; i++) heads[from + i] = tree[i] < 0 ? root : from + tree[i];
            if (root < 0) root = top;
        }
    }

    private static int Best(float[] scores, int row, int width)
    {
        ReadOnlySpan<float> all = scores.AsSpan(row * width, width);
        int best = 0;
        for (int i = 1; i < width; i++)
        {
            if (all[i] > all[best]) best = i;
        }

        return best;
    }
}
