namespace Rapporteur.Matching;

/// <summary>Which words of two wordings say the same, word for word.</summary>
internal sealed class WordAlignment
{
    // What a pair of words is worth that is not the same word: found on STS, where rewordings are judged by people.
    private const double WorthOfStem = 0.95;
    private const double WorthOfDerived = 0.85;
    private const double WorthOfSynonym = 0.75;
    private const double WorthOfParaphrase = 0.7;
    // Words used no nearer than this have nothing to do with each other.
    private const double LeastCosine = 0.4;

    private WordAlignment(WordingReading left, WordingReading right) => (Left, Right) = (new Side(left), new Side(right));

    /// <summary>The left wording's words in the right one.</summary>
    public Side Left { get; }

    /// <summary>The right wording's words in the left one.</summary>
    public Side Right { get; }

    /// <summary>Weight of pairs of opposites.</summary>
    public double Opposites { get; private set; }

    /// <summary>Aligns every word with the one it is most like on the other side; several may align with one.</summary>
    public static WordAlignment Of(WordingReading left, WordingReading right)
    {
        WordAlignment alignment = new(left, right);
        Span<float> cosines = right.Words.Length <= 128 ? stackalloc float[128] : new float[right.Words.Length];
        for (int i = 0; i < left.Words.Length; i++)
        {
            ref readonly ContentWord one = ref left.Words[i];
            if (one.Known >= 0) WordMeanings.Shared.Cosines(one.Known, right.Words, cosines);
            for (int j = 0; j < right.Words.Length; j++)
            {
                ref readonly ContentWord other = ref right.Words[j];
                (double worth, bool same) = Worth(one, other, cosines[j], out bool opposite);
                if (opposite) alignment.Opposites = Math.Max(alignment.Opposites, Math.Min(one.Weight, other.Weight));
                alignment.Left.Offer(i, j, worth, same);
                alignment.Right.Offer(j, i, worth, same);
            }
        }

        return alignment;
    }

    /// <summary>What it is worth that these two stand on either side, 0 to 1.</summary>
    private static (double Worth, bool Same) Worth(in ContentWord left, in ContentWord right, double cosine, out bool opposite)
    {
        opposite = false;
        // A number stands for one word, so that letters are compared for unknown words only.
        if (left.Known == right.Known && (left.Known >= 0 || left.Text == right.Text)) return (1, true);
        if (left.StemHash == right.StemHash && left.Stem == right.Stem) return (WorthOfStem, true);
        if (left.Known < 0 || right.Known < 0) return (0, false);

        WordRelation relation = WordMeanings.Shared.Relation(left.Known, right.Known);
        opposite = (relation & WordRelation.Antonym) != WordRelation.None;
        double near = Math.Max(0, (cosine - LeastCosine) / (1 - LeastCosine));
        double worth = opposite ? near / 2
            : (relation & WordRelation.Derived) != WordRelation.None ? WorthOfDerived
            : (relation & WordRelation.Synonym) != WordRelation.None ? WorthOfSynonym
            : (relation & WordRelation.Paraphrase) != WordRelation.None ? WorthOfParaphrase
            : 0;
        return (Math.Max(worth, near), false);
    }

    /// <summary>The best partner of a word.</summary>
    /// <param name="Partner">Its place on the other side.</param>
    /// <param name="Worth">What it is worth.</param>
    /// <param name="Same">Whether it is the same word or stem.</param>
    internal readonly record struct Match(int Partner, double Worth, bool Same);

    /// <summary>Weight of words, and of what their partners are worth; 0 for no words.</summary>
    /// <param name="Weight">Of all of them.</param>
    /// <param name="Soft">By what the partners are worth.</param>
    /// <param name="Hard">Of those whose partner is the same word or stem.</param>
    internal readonly record struct Weights(double Weight, double Soft, double Hard)
    {
        public Weights With(in ContentWord word, in Match match) =>
            new(Weight + word.Weight, Soft + (word.Weight * match.Worth), match.Same ? Hard + word.Weight : Hard);
    }

    /// <summary>One wording, with the best partner of each word in the other.</summary>
    internal sealed class Side
    {
        private readonly Match[] _matches;

        internal Side(WordingReading reading)
        {
            Words = reading.Words;
            _matches = new Match[Words.Length];
            Array.Fill(_matches, new Match(-1, 0, false));
        }

        /// <summary>The words.</summary>
        public ContentWord[] Words { get; }

        /// <summary>For each word, its partner on the other side, or -1.</summary>
        public ReadOnlySpan<Match> Matches => _matches;

        /// <summary>Sums over all words, over those that are no names, and over names.</summary>
        public (Weights All, Weights Common, Weights Names) Sums()
        {
            Weights all = default, common = default, names = default;
            for (int i = 0; i < Words.Length; i++)
            {
                ref readonly ContentWord word = ref Words[i];
                all = all.With(word, _matches[i]);
                if (word.IsName) names = names.With(word, _matches[i]);
                else common = common.With(word, _matches[i]);
            }

            return (all, common, names);
        }

        internal void Offer(int word, int partner, double worth, bool same)
        {
            if (worth > _matches[word].Worth) _matches[word] = new Match(partner, worth, same);
        }
    }
}
