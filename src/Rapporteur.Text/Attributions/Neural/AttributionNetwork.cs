using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Neural;

/// <summary>The network that finds cues, and for each cue its source and content.</summary>
/// <remarks>
/// A pretrained encoder reads each sentence, or each word comes in as its vector; a memory in both directions reads each paragraph. From its states a layer scores every word as a cue's beginning,
/// its continuation, or neither. For each cue a second, smaller memory reads the words around it, told where they stand with regard to
/// the cue, and scores them as source, content or neither. Both scores are those of linear-chain conditional random fields.
/// </remarks>
internal sealed unsafe class AttributionNetwork(NetworkShape shape)
{
    internal const int Pieces = 8002, Narrow = 256, Labels = ChainDecoder.Labels;

    /// <summary>What it reads words with, and how wide its parts are.</summary>
    public NetworkShape Shape { get; } = shape;

    public Weights Embedding { get; } = new("embedding", shape.ReadsPieces ? Pieces : 0, Narrow);

    public Weights Timing { get; } = new("timing", shape.ReadsPieces ? PiecedText.MostPieces : 0, Narrow);

    public TransformerLayer Encoder { get; } = new("encoder", Narrow, shape.ReadsPieces ? shape.WordWidth : 0);

    public Weights WordGain { get; } = new("word.gain", 1, shape.WordWidth);

    public Weights WordShift { get; } = new("word.shift", 1, shape.WordWidth);

    public Weights WordTable { get; } = new("word.features", shape.WordRows, shape.FeatureWidth);

    public BidirectionalLstm Reader { get; } = new("reader", shape.ReaderInputs, shape.Cells);

    public Weights CueHidden { get; } = new("cue.hidden", shape.States, shape.CueWidth);

    public Weights CueHiddenBias { get; } = new("cue.hidden-bias", 1, shape.CueWidth);

    public Weights CueOut { get; } = new("cue.out", shape.CueWidth, Labels);

    public Weights CueOutBias { get; } = new("cue.out-bias", 1, Labels);

    public Weights CueTransition { get; } = new("cue.transition", Labels, Labels);

    public Weights PairWord { get; } = new("pair.word", shape.States, shape.PairWidth);

    public Weights PairCue { get; } = new("pair.cue", shape.States, shape.PairWidth);

    public Weights PairBias { get; } = new("pair.bias", 1, shape.PairWidth);

    public Weights PairTable { get; } = new("pair.features", shape.PairRows, shape.PairWidth);

    public BidirectionalLstm Linker { get; } = new("linker", shape.PairWidth, shape.LinkCells);

    public Weights LinkOut { get; } = new("link.out", shape.LinkStates, Labels);

    public Weights LinkOutBias { get; } = new("link.out-bias", 1, Labels);

    public Weights LinkTransition { get; } = new("link.transition", Labels, Labels);

    /// <summary>What was pretrained and is tuned with care.</summary>
    public IEnumerable<Weights> Pretrained => Shape.ReadsPieces ? [Embedding, .. Encoder.All] : [];

    /// <summary>What starts from chance.</summary>
    public IEnumerable<Weights> Fresh =>
    [
        .. Shape.ReadsPieces ? (Weights[])[WordGain, WordShift] : [], WordTable, .. Reader.All, CueHidden, CueHiddenBias, CueOut, CueOutBias, CueTransition,
        PairWord, PairCue, PairBias, PairTable, .. Linker.All, LinkOut, LinkOutBias, LinkTransition,
    ];

    /// <summary>All of it.</summary>
    public IEnumerable<Weights> All => [.. Shape.ReadsPieces ? (Weights[])[Timing] : [], .. Pretrained, .. Fresh];

    /// <summary>The matrices whose rows are looked up one by one.</summary>
    public IReadOnlySet<Weights> Tables => new HashSet<Weights> { Embedding, WordTable, PairTable };

    /// <summary>Rounds the large matrices to bytes, for speed.</summary>
    public void Quantise()
    {
        if (Shape.ReadsPieces) Encoder.Quantise();
        Reader.Input.Quantise();
        Linker.Input.Quantise();
    }

    /// <summary>Reads some sentences of a text, one after the other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstSentence">The first of the sentences.</param>
    /// <param name="endSentence">The end of them, which is not read.</param>
    /// <param name="words">What to cut words with, and their vectors.</param>
    /// <param name="noise">Leaves out states at random, for learning; null in use.</param>
    /// <param name="learns">Whether what lies between what came in and the states is kept.</param>
    public ReadBlock Read(ReadText text, int firstSentence, int endSentence, WordKnowledge words, Noise? noise = null, bool learns = false)
    {
        AnnotatedText source = text.Prose.Source;
        Sentence[] sentences = [.. source.Sentences.Skip(firstSentence).Take(endSentence - firstSentence)];
        ReadBlock block = new() { Text = text, FirstToken = sentences[0].FirstToken, Words = sentences[^1].EndToken - sentences[0].FirstToken, Runs = RunsOf(sentences) };
        block.ReaderInput = new float[block.Words * Shape.ReaderInputs];
        float[] states = Shape.ReadsPieces ? Encode(block, PiecedText.Of(source, sentences, words.Pieces!), noise) : Look(block, words.Vectors);
        block.WordMask = noise?.Mask(states.Length, Noise.Words);
        Noise.Apply(states, block.WordMask);
        block.Features = new int[block.Words][];
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        for (int w = 0; w < block.Words; w++)
        {
            Array.Copy(states, w * Shape.WordWidth, block.ReaderInput, w * Shape.ReaderInputs, Shape.WordWidth);
            int[] rows = Rows(buffer[..WordFeatures.Fill(text, block.FirstToken + w, buffer)], Shape.WordRows, noise);
            block.Features[w] = rows;
            AddRows(WordTable, rows, block.ReaderInput.AsSpan((w * Shape.ReaderInputs) + Shape.WordWidth, Shape.FeatureWidth));
        }

        Score(block, noise, learns);
        return block;
    }

    /// <summary>The scores of a block's words as cues if other words came in, for explanations.</summary>
    /// <param name="block">A block as it was read.</param>
    /// <param name="input">What comes in instead, laid out as the block's own.</param>
    public float[] CueScoresOf(ReadBlock block, float[] input)
    {
        ReadBlock other = new() { Text = block.Text, FirstToken = block.FirstToken, Words = block.Words, Runs = block.Runs };
        other.ReaderInput = input;
        Score(other, noise: null, learns: false);
        return other.CueScores;
    }

    private void Score(ReadBlock block, Noise? noise, bool learns)
    {
        int words = block.Words;
        fixed (float* input = block.ReaderInput)
        {
            if (learns) block.Read = Reader.Read(input, words, block.Runs);
            block.States = learns ? block.Read.Output : Reader.States(input, words, block.Runs);
        }

        block.StateMask = noise?.Mask(block.States.Length, Noise.States);
        if (noise is not null) block.States = [.. block.States];
        Noise.Apply(block.States, block.StateMask);
        block.CueHidden = new float[words * Shape.CueWidth];
        block.CueScores = new float[words * Labels];
        fixed (float* states = block.States, hidden = block.CueHidden, scores = block.CueScores)
        {
            CueHidden.Apply(states, words, CueHiddenBias.Values, hidden);
            Elementary.Rectify(block.CueHidden);
            CueOut.Apply(hidden, words, CueOutBias.Values, scores);
        }

        block.PairWords = new float[words * Shape.PairWidth];
        fixed (float* states = block.States, to = block.PairWords) PairWord.Apply(states, words, PairBias.Values, to);
    }

    // What the encoder makes of each word: the mean of its pieces' states, brought to one measure.
    private float[] Encode(ReadBlock block, PiecedText pieced, Noise? noise)
    {
        block.Pieced = pieced;
        noise?.Forget(pieced.Pieces, PieceVocabulary.Unknown);
        block.Encoded = Encoder.Read(Embed(pieced), pieced.Stretches, noise);
        block.WordMeans = Pool(block.Encoded.Output, pieced.Words);
        block.WordInverse = new float[block.Words];
        float[] normal = new float[block.WordMeans.Length];
        fixed (float* means = block.WordMeans, gain = WordGain.Values, shift = WordShift.Values, to = normal, inverse = block.WordInverse)
        {
            Elementary.Normalise(means, block.Words, Shape.WordWidth, gain, shift, to, inverse);
        }

        return normal;
    }

    private float[] Look(ReadBlock block, WordVectors vectors)
    {
        float[] states = new float[block.Words * Shape.WordWidth];
        for (int w = 0; w < block.Words; w++) vectors.Fill(block.Text.Forms[block.FirstToken + w].Lower, states.AsSpan(w * Shape.WordWidth, Shape.WordWidth));
        return states;
    }

    /// <summary>Scores the words around each cue as source, content or neither.</summary>
    /// <param name="block">The words.</param>
    /// <param name="cues">The cues.</param>
    /// <param name="noise">Leaves out states at random, for learning; null in use.</param>
    /// <param name="learns">Whether what lies between what came in and the states is kept.</param>
    public LinkedCues Link(ReadBlock block, IReadOnlyList<ArgumentFeatures> cues, Noise? noise = null, bool learns = false)
    {
        LinkedCues linked = new() { Cues = cues };
        (int width, int stateWidth) = (Shape.PairWidth, Shape.States);
        int rows = 0;
        foreach (ArgumentFeatures cue in cues)
        {
            int first = Math.Max(cue.Range.First, block.FirstToken), end = Math.Min(cue.Range.End, block.FirstToken + block.Words);
            linked.Ranges.Add((first, end));
            linked.Runs.Add((rows, rows + end - first));
            rows += end - first;
        }

        linked.CueStates = new float[cues.Count * stateWidth];
        float[] cueVectors = new float[cues.Count * width];
        for (int c = 0; c < cues.Count; c++)
        {
            (int first, int end) = cues[c].Cue;
            for (int t = first; t < end; t++) Elementary.AddTo(linked.CueStates.AsSpan(c * stateWidth, stateWidth), block.States.AsSpan((t - block.FirstToken) * stateWidth, stateWidth), 1f / (end - first));
        }

        fixed (float* states = linked.CueStates, to = cueVectors) PairCue.Apply(states, cues.Count, null, to);
        linked.Input = new float[rows * width];
        linked.Features = new int[rows][];
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        for (int c = 0, row = 0; c < cues.Count; c++)
        {
            ReadOnlySpan<float> vector = cueVectors.AsSpan(c * width, width);
            for (int t = linked.Ranges[c].First; t < linked.Ranges[c].End; t++, row++)
            {
                Span<float> to = linked.Input.AsSpan(row * width, width);
                block.PairWords.AsSpan((t - block.FirstToken) * width, width).CopyTo(to);
                Elementary.AddTo(to, vector);
                int[] features = Rows(buffer[..cues[c].Fill(t, buffer)], Shape.PairRows, noise);
                linked.Features[row] = features;
                AddRows(PairTable, features, to);
            }
        }

        Elementary.Rectify(linked.Input);
        fixed (float* input = linked.Input)
        {
            if (learns) linked.Read = Linker.Read(input, rows, linked.Runs);
            linked.States = learns ? linked.Read.Output : Linker.States(input, rows, linked.Runs);
        }

        linked.StateMask = noise?.Mask(linked.States.Length, Noise.Links);
        if (noise is not null) linked.States = [.. linked.States];
        Noise.Apply(linked.States, linked.StateMask);
        linked.Scores = new float[rows * Labels];
        fixed (float* states = linked.States, scores = linked.Scores) LinkOut.Apply(states, rows, LinkOutBias.Values, scores);
        return linked;
    }

    // Twice the piece's vector and its place, as the encoder was trained.
    private float[] Embed(PiecedText pieced)
    {
        float[] rows = new float[pieced.Pieces.Length * Narrow];
        foreach ((int first, int end) in pieced.Stretches)
        {
            for (int p = first; p < end; p++)
            {
                int piece = pieced.Pieces[p] * Narrow, place = (p - first) * Narrow;
                for (int i = 0; i < Narrow; i++) rows[(p * Narrow) + i] = (2 * Embedding.Values[piece + i]) + Timing.Values[place + i];
            }
        }

        return rows;
    }

    private float[] Pool(float[] states, (int First, int End)[] words)
    {
        int wide = Shape.WordWidth;
        float[] means = new float[words.Length * wide];
        for (int w = 0; w < words.Length; w++)
        {
            (int first, int end) = words[w];
            for (int p = first; p < end; p++) Elementary.AddTo(means.AsSpan(w * wide, wide), states.AsSpan(p * wide, wide), 1f / (end - first));
        }

        return means;
    }

    private static List<(int First, int End)> RunsOf(Sentence[] sentences)
    {
        List<(int First, int End)> runs = [];
        int offset = sentences[0].FirstToken;
        for (int s = 0; s < sentences.Length;)
        {
            int first = s;
            while (s < sentences.Length && sentences[s].Paragraph == sentences[first].Paragraph) s++;
            runs.Add((sentences[first].FirstToken - offset, sentences[s - 1].EndToken - offset));
        }

        return runs;
    }

    private static int[] Rows(ReadOnlySpan<ulong> features, int rows, Noise? noise)
    {
        int shift = 64 - System.Numerics.BitOperations.Log2((uint)rows), count = 0;
        Span<int> kept = stackalloc int[features.Length];
        foreach (ulong feature in features)
        {
            if (noise is null || noise.Keeps(Noise.Features)) kept[count++] = (int)(feature >> shift);
        }

        return kept[..count].ToArray();
    }

    private static void AddRows(Weights table, int[] rows, Span<float> to)
    {
        foreach (int row in rows) Elementary.AddTo(to, table.Values.AsSpan(row * table.Columns, table.Columns));
    }
}
