using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Neural;

/// <summary>The network that finds cues, and for each cue its source and content.</summary>
/// <remarks>
/// A pretrained encoder reads each sentence, a memory in both directions each paragraph. From its states a layer scores every word as a cue's beginning,
/// its continuation, or neither. For each cue a second, smaller memory reads the words around it, told where they stand with regard to
/// the cue, and scores them as source, content or neither. Both scores are those of linear-chain conditional random fields.
/// </remarks>
internal sealed unsafe class AttributionNetwork
{
    internal const int Pieces = 8002, Narrow = 256, Wide = 512, FeatureWidth = 48, WordRows = 4096, Cells = 128, States = 2 * Cells, CueWidth = 64, PairWidth = 64,
        PairRows = 16384, LinkCells = 48, LinkStates = 2 * LinkCells, Labels = ChainModel.Labels, ReaderInputs = Wide + FeatureWidth;

    public Weights Embedding { get; } = new("embedding", Pieces, Narrow);

    public Weights Timing { get; } = new("timing", PiecedText.MostPieces, Narrow);

    public TransformerLayer Encoder { get; } = new("encoder", Narrow, Wide);

    public Weights WordGain { get; } = new("word.gain", 1, Wide);

    public Weights WordShift { get; } = new("word.shift", 1, Wide);

    public Weights WordTable { get; } = new("word.features", WordRows, FeatureWidth);

    public BidirectionalLstm Reader { get; } = new("reader", ReaderInputs, Cells);

    public Weights CueHidden { get; } = new("cue.hidden", States, CueWidth);

    public Weights CueHiddenBias { get; } = new("cue.hidden-bias", 1, CueWidth);

    public Weights CueOut { get; } = new("cue.out", CueWidth, Labels);

    public Weights CueOutBias { get; } = new("cue.out-bias", 1, Labels);

    public Weights CueTransition { get; } = new("cue.transition", Labels, Labels);

    public Weights PairWord { get; } = new("pair.word", States, PairWidth);

    public Weights PairCue { get; } = new("pair.cue", States, PairWidth);

    public Weights PairBias { get; } = new("pair.bias", 1, PairWidth);

    public Weights PairTable { get; } = new("pair.features", PairRows, PairWidth);

    public BidirectionalLstm Linker { get; } = new("linker", PairWidth, LinkCells);

    public Weights LinkOut { get; } = new("link.out", LinkStates, Labels);

    public Weights LinkOutBias { get; } = new("link.out-bias", 1, Labels);

    public Weights LinkTransition { get; } = new("link.transition", Labels, Labels);

    /// <summary>What was pretrained and is tuned with care.</summary>
    public IEnumerable<Weights> Pretrained => [Embedding, .. Encoder.All];

    /// <summary>What starts from chance.</summary>
    public IEnumerable<Weights> Fresh =>
    [
        WordGain, WordShift, WordTable, .. Reader.All, CueHidden, CueHiddenBias, CueOut, CueOutBias, CueTransition,
        PairWord, PairCue, PairBias, PairTable, .. Linker.All, LinkOut, LinkOutBias, LinkTransition,
    ];

    /// <summary>All of it.</summary>
    public IEnumerable<Weights> All => [Timing, .. Pretrained, .. Fresh];

    /// <summary>Rounds the large matrices to bytes, for speed.</summary>
    public void Quantise()
    {
        Encoder.Quantise();
        Reader.Input.Quantise();
    }

    /// <summary>Reads some sentences of a text, one after the other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstSentence">The first of the sentences.</param>
    /// <param name="endSentence">The end of them, which is not read.</param>
    /// <param name="vocabulary">What to cut words with.</param>
    /// <param name="noise">Leaves out states at random, for learning; null in use.</param>
    public ReadBlock Read(ReadText text, int firstSentence, int endSentence, PieceVocabulary vocabulary, Noise? noise = null)
    {
        AnnotatedText source = text.Prose.Source;
        Sentence[] sentences = [.. source.Sentences.Skip(firstSentence).Take(endSentence - firstSentence)];
        PiecedText pieced = PiecedText.Of(source, sentences, vocabulary);
        ReadBlock block = new() { Text = text, FirstToken = sentences[0].FirstToken, Pieced = pieced, Runs = RunsOf(sentences) };
        int words = block.Words;
        noise?.Forget(pieced.Pieces, PieceVocabulary.Unknown);
        block.Encoded = Encoder.Read(Embed(pieced), pieced.Stretches, noise);
        block.WordMeans = Pool(block.Encoded.Output, pieced.Words);
        block.WordInverse = new float[words];
        float[] normal = new float[words * Wide];
        block.ReaderInput = new float[words * ReaderInputs];
        fixed (float* means = block.WordMeans, gain = WordGain.Values, shift = WordShift.Values, to = normal, inverse = block.WordInverse)
        {
            Elementary.Normalise(means, words, Wide, gain, shift, to, inverse);
        }

        block.WordMask = noise?.Mask(normal.Length, Noise.Words);
        Noise.Apply(normal, block.WordMask);
        block.Features = new int[words][];
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        for (int w = 0; w < words; w++)
        {
            Array.Copy(normal, w * Wide, block.ReaderInput, w * ReaderInputs, Wide);
            int[] rows = Rows(buffer[..WordFeatures.Fill(text, block.FirstToken + w, buffer)], WordRows, noise);
            block.Features[w] = rows;
            AddRows(WordTable, rows, block.ReaderInput.AsSpan((w * ReaderInputs) + Wide, FeatureWidth));
        }

        fixed (float* input = block.ReaderInput) block.Read = Reader.Read(input, words, block.Runs);
        block.States = block.Read.Output;
        block.StateMask = noise?.Mask(block.States.Length, Noise.States);
        if (noise is not null) block.States = [.. block.States];
        Noise.Apply(block.States, block.StateMask);
        block.CueHidden = new float[words * CueWidth];
        block.CueScores = new float[words * Labels];
        fixed (float* states = block.States, hidden = block.CueHidden, scores = block.CueScores)
        {
            CueHidden.Apply(states, words, CueHiddenBias.Values, hidden);
            Elementary.Rectify(block.CueHidden);
            CueOut.Apply(hidden, words, CueOutBias.Values, scores);
        }

        block.PairWords = new float[words * PairWidth];
        fixed (float* states = block.States, to = block.PairWords) PairWord.Apply(states, words, PairBias.Values, to);
        return block;
    }

    /// <summary>Scores the words around each cue as source, content or neither.</summary>
    public LinkedCues Link(ReadBlock block, IReadOnlyList<ArgumentFeatures> cues, Noise? noise = null)
    {
        LinkedCues linked = new() { Cues = cues };
        int rows = 0;
        foreach (ArgumentFeatures cue in cues)
        {
            int first = Math.Max(cue.Range.First, block.FirstToken), end = Math.Min(cue.Range.End, block.FirstToken + block.Words);
            linked.Ranges.Add((first, end));
            linked.Runs.Add((rows, rows + end - first));
            rows += end - first;
        }

        linked.CueStates = new float[cues.Count * States];
        float[] cueVectors = new float[cues.Count * PairWidth];
        for (int c = 0; c < cues.Count; c++)
        {
            (int first, int end) = cues[c].Cue;
            for (int t = first; t < end; t++) Elementary.AddTo(linked.CueStates.AsSpan(c * States, States), block.States.AsSpan((t - block.FirstToken) * States, States), 1f / (end - first));
        }

        fixed (float* states = linked.CueStates, to = cueVectors) PairCue.Apply(states, cues.Count, null, to);
        linked.Input = new float[rows * PairWidth];
        linked.Features = new int[rows][];
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        for (int c = 0, row = 0; c < cues.Count; c++)
        {
            ReadOnlySpan<float> vector = cueVectors.AsSpan(c * PairWidth, PairWidth);
            for (int t = linked.Ranges[c].First; t < linked.Ranges[c].End; t++, row++)
            {
                Span<float> to = linked.Input.AsSpan(row * PairWidth, PairWidth);
                block.PairWords.AsSpan((t - block.FirstToken) * PairWidth, PairWidth).CopyTo(to);
                Elementary.AddTo(to, vector);
                int[] features = Rows(buffer[..cues[c].FillPlace(t, buffer)], PairRows, noise);
                linked.Features[row] = features;
                AddRows(PairTable, features, to);
            }
        }

        Elementary.Rectify(linked.Input);
        fixed (float* input = linked.Input) linked.Read = Linker.Read(input, rows, linked.Runs);
        linked.States = linked.Read.Output;
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

    private static float[] Pool(float[] states, (int First, int End)[] words)
    {
        float[] means = new float[words.Length * Wide];
        for (int w = 0; w < words.Length; w++)
        {
            (int first, int end) = words[w];
            for (int p = first; p < end; p++) Elementary.AddTo(means.AsSpan(w * Wide, Wide), states.AsSpan(p * Wide, Wide), 1f / (end - first));
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
