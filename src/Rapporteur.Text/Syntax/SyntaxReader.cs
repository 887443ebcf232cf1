using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Syntax;

/// <summary>Gives the tokens of a text their tags, heads and relations with a <see cref="SyntaxNetwork"/>.</summary>
internal sealed class SyntaxReader(SyntaxNetwork network, WordVectors vectors)
{
    // What is held in memory at once; what comes out does not depend on it.
    private const int BlockWords = 256;

    // The time for a tree grows with the cube of the length, and the memory with the length. Nobody writes sentences of more words; lists and tables do.
    private const int Longest = 150;

    // The networks of all texts that a thread reads write into one room.
    [ThreadStatic]
    private static SyntaxPass? _room;

    private readonly (string Xpos, string Upos)[] _tags = [.. network.Tags.Select(l => l.Split(' ')).Select(l => (string.Intern(l[0]), string.Intern(l[1])))];
    private readonly string[] _relations = [.. network.Relations.Select(string.Intern)];

    /// <summary>Fills in tags, heads and relations, and for each word its scores as a part of a name unless <paramref name="names"/> is null.</summary>
    public void Read(WordForm[] forms, Token[] tokens, IReadOnlyList<Sentence> sentences, float[]? names)
    {
        SyntaxPass pass = _room ??= new();
        List<(int First, int End, bool GoesOn)> pieces = Pieces(sentences);
        int root = -1;
        for (int p = 0; p < pieces.Count;)
        {
            int begin = p, first = pieces[p].First, end = first;
            List<(int First, int End)> runs = [];
            while (p < pieces.Count && (p == begin || pieces[p].End - first <= BlockWords))
            {
                runs.Add((pieces[p].First - first, pieces[p].End - first));
                end = pieces[p++].End;
            }

            pass = network.Apply(forms.AsSpan(first..end), runs, vectors, null, pass);
            if (names is not null) pass.NameScores.AsSpan(0, pass.Words * NameLabels.Count).CopyTo(names.AsSpan(first * NameLabels.Count));
            Fill(pass, tokens.AsSpan(first..end), first);
            foreach ((int from, _, bool goesOn) in pieces[begin..p])
            {
                int top = from;
                while (tokens[top].Head >= 0) top++;
                if (goesOn) tokens[top] = tokens[top] with { Head = root, Relation = "parataxis" };
                else root = top;
            }
        }
    }

    // A sentence that is too long is read in pieces; the roots of the later ones hang on that of the first.
    private static List<(int First, int End, bool GoesOn)> Pieces(IReadOnlyList<Sentence> sentences)
    {
        List<(int First, int End, bool GoesOn)> pieces = [];
        foreach (Sentence s in sentences)
        {
            for (int from = s.FirstToken; from < s.EndToken; from += Longest) pieces.Add((from, Math.Min(from + Longest, s.EndToken), from > s.FirstToken));
        }

        return pieces;
    }

    private void Fill(SyntaxPass pass, Span<Token> tokens, int offset)
    {
        int[] heads = new int[pass.Words];
        foreach ((int first, int end) in pass.Runs)
        {
            int[] tree = ProjectiveTree.Best(network.Arcs(pass, first, end), end - first);
            for (int i = 0; i < tree.Length; i++) heads[first + i] = tree[i] < 0 ? -1 : first + tree[i];
        }

        float[] scores = network.RelationScores(network.RelationStates(pass, heads));
        for (int w = 0; w < tokens.Length; w++)
        {
            (string xpos, string upos) = _tags[Best(pass.TagScores, w, _tags.Length)];
            string relation = heads[w] < 0 ? "root" : _relations[Best(scores, w, _relations.Length)];
            tokens[w] = tokens[w] with { Xpos = xpos, Upos = upos, Head = heads[w] < 0 ? -1 : offset + heads[w], Relation = relation };
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
