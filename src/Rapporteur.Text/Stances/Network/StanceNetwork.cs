using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances.Network;

/// <summary>The network that reads a statement word by word and tells how likely each stance is.</summary>
/// <remarks>
/// Each word comes in as its vector and the sum of what its features stand for. A memory in both directions reads the statement. What is decided on is its state at the cue's
/// verb, at the content's main word and at the word below, the means of its states as several learnt questions weigh them (attention), and what the regression sees of the whole.
/// </remarks>
/// <param name="name">Prefix of the names of its weights.</param>
internal sealed unsafe class StanceNetwork(string name)
{
    internal const int Cells = 64, FeatureWidth = 60, Questions = 4, HiddenWidth = 64, Spots = 3;

    /// <summary>Rows that the features of the whole share, a power of two.</summary>
    internal const int EvidenceRows = 8192;
    internal const int WordWidth = WordVectors.Width, Inputs = WordWidth + FeatureWidth, States = 2 * Cells, Gathered = (Questions + Spots) * States, PartsOfStatement = 4;

    // Shares that are kept in learning.
    private const float Words = 0.7f, StatesKept = 0.65f, FeaturesKept = 0.8f, HiddenKept = 0.6f, EvidenceKept = 0.6f;

    // How much groups of evidence count that count as more than one.
    private const float OfRules = 1.7f, OfClasses = 2;
    private const int EvidenceShift = 32 - 13;

    /// <summary>What it tells the likelihood of, in this order: those of <see cref="StanceModel.Labels"/>.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["accepts", "conditional", "demands", "denies", "leaves-open", "none", "offers", "rejects", "supports", "threatens"];

    public Weights FeatureTable { get; } = new(name + ".features", StatementWordFeatures.Rows, FeatureWidth);

    public BidirectionalLstm Reader { get; } = new(name + ".reader", Inputs, Cells);

    public Weights Question { get; } = new(name + ".question", States, Questions);

    /// <summary>What each question adds for a word's part in the statement.</summary>
    public Weights QuestionPart { get; } = new(name + ".question-part", PartsOfStatement, Questions);

    public Weights Hidden { get; } = new(name + ".hidden", Gathered, HiddenWidth);

    public Weights HiddenBias { get; } = new(name + ".hidden-bias", 1, HiddenWidth);

    /// <summary>What each feature of the whole adds to the hidden layer.</summary>
    public Weights EvidenceTable { get; } = new(name + ".evidence", EvidenceRows, HiddenWidth);

    public Weights Out { get; } = new(name + ".out", HiddenWidth, Labels.Count);

    public Weights OutBias { get; } = new(name + ".out-bias", 1, Labels.Count);

    /// <summary>All of it, to be read, written and learnt.</summary>
    public IEnumerable<Weights> All => [FeatureTable, .. Reader.All, Question, QuestionPart, Hidden, HiddenBias, EvidenceTable, Out, OutBias];

    /// <summary>The matrices whose rows are looked up one by one.</summary>
    public IReadOnlySet<Weights> Tables => new HashSet<Weights> { FeatureTable, EvidenceTable };

    /// <summary>Rounds the large matrix to bytes, for speed.</summary>
    public void Quantise() => Reader.Input.Quantise();

    [ThreadStatic]
    private static Pass? _room;

    /// <summary>How likely each label is.</summary>
    public double[] Probabilities(StatementWords statement, StanceEvidence evidence)
    {
        _room = Read([(statement, evidence)], null, _room);
        double[] chances = Array.ConvertAll(_room.Scores, score => (double)score);
        StanceModel.Normalised(chances);
        return chances;
    }

    /// <summary>What was computed for some statements, as learning needs it.</summary>
    internal sealed class Pass
    {
        public IReadOnlyList<(StatementWords Words, StanceEvidence Evidence)> Statements { get; set; } = [];

        /// <summary>First word and end of each statement.</summary>
        public List<(int First, int End)> Runs { get; } = [];

        public int[][] Features = [];
        public (int Row, float Value)[][] Evidence = [];
        public float[] Input = [], States = [], Weights = [], Gathered = [], Hidden = [], Scores = [];
        public float[]? StateMask, HiddenMask;
        public BidirectionalLstm.Pass Read = new();

        /// <summary>How much each word counts: statement by statement, question by question.</summary>
        public float[] Shares = [];
    }

    /// <summary>Reads statements.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="noise">Leaves out states at random, for learning; null in use.</param>
    /// <param name="reuse">A pass of as many statements that may be written over: its arrays may be longer than needed. Null for a new one.</param>
    public Pass Read(IReadOnlyList<(StatementWords Words, StanceEvidence Evidence)> statements, Noise? noise = null, Pass? reuse = null)
    {
        Pass pass = reuse ?? new();
        pass.Statements = statements;
        pass.Runs.Clear();
        int words = 0;
        foreach ((StatementWords statement, _) in statements) pass.Runs.Add((words, words += statement.Words.Length));
        Fill(pass, words, noise);
        fixed (float* input = pass.Input) pass.Read = Reader.Read(input, words, pass.Runs, reuse?.Read);
        pass.States = pass.Read.Output;
        pass.StateMask = noise?.Mask(pass.States.Length, StatesKept);
        if (noise is not null) pass.States = [.. pass.States];
        Noise.Apply(pass.States, pass.StateMask);
        Gather(pass, words);
        pass.Hidden = new float[statements.Count * HiddenWidth];
        pass.HiddenMask = noise?.Mask(pass.Hidden.Length, HiddenKept);
        pass.Scores = new float[statements.Count * Labels.Count];
        fixed (float* gathered = pass.Gathered, hidden = pass.Hidden, scores = pass.Scores)
        {
            Hidden.Apply(gathered, statements.Count, HiddenBias.Values, hidden);
            AddEvidence(pass, noise);
            Elementary.Rectify(pass.Hidden);
            Noise.Apply(pass.Hidden, pass.HiddenMask);
            Out.Apply(hidden, statements.Count, OutBias.Values, scores);
        }

        return pass;
    }

    private void AddEvidence(Pass pass, Noise? noise)
    {
        pass.Evidence = [.. pass.Statements.Select(statement => Rows(statement.Evidence, noise))];
        for (int s = 0; s < pass.Evidence.Length; s++)
        {
            foreach ((int row, float value) in pass.Evidence[s]) Elementary.AddTo(pass.Hidden.AsSpan(s * HiddenWidth, HiddenWidth), EvidenceTable.Values.AsSpan(row * HiddenWidth, HiddenWidth), value);
        }
    }

    // Each group counts as one, however many features it has.
    private static (int Row, float Value)[] Rows(StanceEvidence evidence, Noise? noise)
    {
        List<(int, float)> rows = [];
        for (StanceGroup group = StanceGroup.Rules; group < StanceGroup.Count; group++)
        {
            IReadOnlyCollection<uint> features = evidence.Of(group);
            float value = (group == StanceGroup.Rules ? OfRules : group == StanceGroup.Class ? OfClasses : 1) / MathF.Sqrt(Math.Max(1, features.Count));
            foreach (uint feature in features)
            {
                if (noise is null || noise.Keeps(EvidenceKept)) rows.Add(((int)((feature * 0x9E3779B1) >> EvidenceShift), noise is null ? value : value / EvidenceKept));
            }
        }

        return [.. rows];
    }

    private void Fill(Pass pass, int words, Noise? noise)
    {
        Learning.Weights.Room(ref pass.Input, words * Inputs);
        pass.Input.AsSpan(0, words * Inputs).Clear();
        pass.Features = new int[words][];
        for (int s = 0; s < pass.Runs.Count; s++)
        {
            StatementWords statement = pass.Statements[s].Words;
            for (int i = 0, row = pass.Runs[s].First; i < statement.Words.Length; i++, row++)
            {
                Span<float> vector = pass.Input.AsSpan(row * Inputs, WordWidth), features = pass.Input.AsSpan((row * Inputs) + WordWidth, FeatureWidth);
                WordVectors.Trained.Fill(statement.Words[i], vector);
                for (int k = 0; noise is not null && k < vector.Length; k++) vector[k] = noise.Keeps(Words) ? vector[k] / Words : 0;
                pass.Features[row] = noise is null ? statement.Features[i] : Array.FindAll(statement.Features[i], _ => noise.Keeps(FeaturesKept));
                foreach (int feature in pass.Features[row]) Elementary.AddTo(features, FeatureTable.Values.AsSpan(feature * FeatureWidth, FeatureWidth));
            }
        }
    }

    private void Gather(Pass pass, int words)
    {
        Learning.Weights.Room(ref pass.Weights, words * Questions);
        float[] weights = pass.Weights;
        fixed (float* states = pass.States, to = weights) Question.Apply(states, words, null, to);
        Learning.Weights.Room(ref pass.Shares, words * Questions);
        Learning.Weights.Room(ref pass.Gathered, pass.Runs.Count * Gathered);
        Array.Clear(pass.Gathered);
        for (int s = 0; s < pass.Runs.Count; s++)
        {
            (int first, int end) = pass.Runs[s];
            StatementWords statement = pass.Statements[s].Words;
            for (int q = 0; q < Questions; q++)
            {
                Span<float> shares = SharesOf(pass, s, q), sum = pass.Gathered.AsSpan((s * Gathered) + (q * States), States);
                for (int i = 0; i < shares.Length; i++) shares[i] = weights[((first + i) * Questions) + q] + QuestionPart.Values[((int)statement.Parts[i] * Questions) + q];
                fixed (float* row = shares) Elementary.Softmax(row, end - first);
                for (int i = 0; i < shares.Length; i++) Elementary.AddTo(sum, pass.States.AsSpan((first + i) * States, States), shares[i]);
            }

            for (int k = 0; k < Spots; k++)
            {
                if (statement.Spots[k] >= 0) pass.States.AsSpan((first + statement.Spots[k]) * States, States).CopyTo(pass.Gathered.AsSpan((s * Gathered) + ((Questions + k) * States)));
            }
        }
    }

    /// <summary>How much each word of a statement counts for a question.</summary>
    public static Span<float> SharesOf(Pass pass, int statement, int question)
    {
        (int first, int end) = pass.Runs[statement];
        return pass.Shares.AsSpan((first * Questions) + (question * (end - first)), end - first);
    }
}
