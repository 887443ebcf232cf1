using Rapporteur.Text.Learning;
using Rapporteur.Text.Tagging;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>A text as the learned attribution sees it: for every token its form, tags, tree, name, quotation, and what the rules made of it.</summary>
internal sealed class ReadText
{
    private readonly int[] _firstChild, _nextSibling;

    public ReadText(Prose prose, List<Draft> drafts)
    {
        Prose = prose;
        AnnotatedText source = prose.Source;
        Tokens = source.Tokens;
        int n = Tokens.Count;
        Forms = SyntaxAnnotator.Forms(source.Text, Tokens);
        (Lemma, Xpos, Upos, Relation) = (new ulong[n], new ulong[n], new ulong[n], new ulong[n]);
        (_firstChild, _nextSibling) = (new int[n], new int[n]);
        (Sentence, Quotation, Name) = (new int[n], new int[n], new byte[n]);
        (RuleCue, Verb) = (new int[n], new ReportingVerb?[n]);
        Array.Fill(RuleCue, -1);
        Array.Fill(Quotation, -1);
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (int i = n - 1; i >= 0; i--)
        {
            Token token = Tokens[i];
            Lemma[i] = token.Lemma is { Length: > 0 } lemma ? WordForm.LowerHash(lemma) : Forms[i].Lower;
            Xpos[i] = FeatureHash.Of(token.Xpos ?? "");
            Upos[i] = FeatureHash.Of(token.Upos ?? "");
            Relation[i] = FeatureHash.Of(token.Relation ?? "");
            if (token.Head >= 0 && token.Head < n) (_nextSibling[i], _firstChild[token.Head]) = (_firstChild[token.Head], i);
        }

        for (int s = 0; s < source.Sentences.Count; s++)
        {
            for (int i = source.Sentences[s].FirstToken; i < source.Sentences[s].EndToken; i++) Sentence[i] = s;
        }

        foreach (Word word in prose.Words)
        {
            for (int t = word.Token; t < n && Tokens[t].Span.Start < word.Span.End; t++)
            {
                Quotation[t] = word.Quotation;
                Verb[t] = word.Entry?.Verb;
            }
        }

        foreach (EntityMention entity in source.Entities)
        {
            for (int t = TokenAt(entity.Span.Start); t < n && Tokens[t].Span.Start < entity.Span.End; t++) Name[t] = (byte)(1 + (int)entity.Type);
        }

        Drafts = drafts;
        for (int d = 0; d < drafts.Count; d++)
        {
            if (drafts[d].Cue.IsEmpty) continue;
            TextSpan cue = prose.SpanOf(drafts[d].Cue.First, drafts[d].Cue.End);
            for (int t = TokenAt(cue.Start); t < n && Tokens[t].Span.Start < cue.End; t++) RuleCue[t] = d;
        }
    }

    public Prose Prose { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public WordForm[] Forms { get; }

    /// <summary>Hashes of lemma, Penn tag, universal tag and relation of each token.</summary>
    public ulong[] Lemma { get; }

    public ulong[] Xpos { get; }

    public ulong[] Upos { get; }

    public ulong[] Relation { get; }

    /// <summary>Index of each token's sentence.</summary>
    public int[] Sentence { get; }

    /// <summary>Index of the quotation around each token, or -1.</summary>
    public int[] Quotation { get; }

    /// <summary>1 and the type of the name each token belongs to; 0 for none.</summary>
    public byte[] Name { get; }

    /// <summary>Index of the rules' draft whose cue each token belongs to, or -1.</summary>
    public int[] RuleCue { get; }

    /// <summary>What the lexicon knows of each token as a verb, or null.</summary>
    public ReportingVerb?[] Verb { get; }

    /// <summary>What the rules found.</summary>
    public List<Draft> Drafts { get; }

    public int Head(int token) => Tokens[token].Head;

    public int FirstChild(int token) => _firstChild[token];

    public int NextSibling(int token) => _nextSibling[token];

    /// <summary>The tokens that hang on one; none on -1, what a root hangs on.</summary>
    public IEnumerable<int> Children(int head)
    {
        for (int child = head < 0 ? -1 : _firstChild[head]; child >= 0; child = _nextSibling[child]) yield return child;
    }

    /// <summary>Whether a token is another or hangs on it, directly or at most so many steps up.</summary>
    public bool IsUnder(int token, int head, int steps)
    {
        for (; steps > 0 && token >= 0 && token != head; steps--) token = Head(token);
        return token == head;
    }

    /// <summary>Index of the first token that ends after a position.</summary>
    public int TokenAt(int position)
    {
        int low = 0, high = Tokens.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Tokens[middle].Span.End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>
    /// The first and last token (exclusive) of the stretch in which a cue's source and content are looked for: up to two sentences to either side, in its
    /// paragraph, with the whole of the quotations they touch; and the next paragraph when this one ends with a colon.
    /// </summary>
    public (int First, int End) Surroundings(int cue)
    {
        IReadOnlyList<Sentence> sentences = Prose.Source.Sentences;
        int first = Sentence[cue], last = first, paragraph = sentences[first].Paragraph;
        // 86 % of contents lie in the cue's sentence, nearly all others next to it (PolNeAR train).
        for (int k = 0; k < 2 && first > 0 && sentences[first - 1].Paragraph == paragraph; k++) first--;
        for (int k = 0; k < 2 && last + 1 < sentences.Count && sentences[last + 1].Paragraph == paragraph; k++) last++;
        while (first > 0 && sentences[first - 1].Paragraph == paragraph && GoesOn(sentences[first].FirstToken)) first--;
        while (last + 1 < sentences.Count && sentences[last + 1].Paragraph == paragraph && GoesOn(sentences[last].EndToken)) last++;
        if (last + 1 < sentences.Count && sentences[last + 1].Paragraph == paragraph + 1 && EndsWithColon(sentences[last].EndToken))
        {
            last++;
            while (last + 1 < sentences.Count && sentences[last + 1].Paragraph == paragraph + 1) last++;
        }

        return (Math.Max(sentences[first].FirstToken, cue - Farthest), Math.Min(sentences[last].EndToken, cue + Farthest));
    }

    private bool GoesOn(int token) => token > 0 && token < Tokens.Count && Quotation[token] >= 0 && Quotation[token] == Quotation[token - 1];

    private bool EndsWithColon(int end) => end > 0 && Prose.Text[Tokens[end - 1].Span.Start] == ':';

    // A "sentence" of thousands of words is a list or a broken text: the work stays linear in its length.
    private const int Farthest = 300;
}
