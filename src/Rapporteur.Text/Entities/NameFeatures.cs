namespace Rapporteur.Text.Entities;

/// <summary>The features by which a word is judged to be part of a name: hashes of what is seen at and around it.</summary>
internal static class NameFeatures
{
    /// <summary>Most features of one word.</summary>
    public const int Most = 80;

    // Stands for the words before the first and after the last of a sentence.
    private const ulong Edge = 0x5EED;

    /// <summary>Writes the features of word <paramref name="i"/> and returns how many there are.</summary>
    public static int Fill(WordFacts f, int i, Span<ulong> features)
    {
        int start = f.SentenceStart[i], end = f.SentenceEnd[i], n = 0;
        bool hasBefore = i > start, hasAfter = i + 1 < end;
        ulong word = f.Lower[i], before = hasBefore ? f.Lower[i - 1] : Edge, after = hasAfter ? f.Lower[i + 1] : Edge;
        ulong before2 = i - 2 >= start ? f.Lower[i - 2] : Edge, after2 = i + 2 < end ? f.Lower[i + 2] : Edge;
        ulong shape = f.Shape[i], shapeBefore = hasBefore ? f.Shape[i - 1] : Edge, shapeAfter = hasAfter ? f.Shape[i + 1] : Edge;
        ulong known = (ulong)f.Known[i], knownBefore = hasBefore ? (ulong)f.Known[i - 1] : Edge, knownAfter = hasAfter ? (ulong)f.Known[i + 1] : Edge;
        ulong fine = f.Fine[i], fineBefore = hasBefore ? f.Fine[i - 1] : Edge, fineAfter = hasAfter ? f.Fine[i + 1] : Edge;
        ulong coarse = f.Coarse[i], coarseBefore = hasBefore ? f.Coarse[i - 1] : Edge, coarseAfter = hasAfter ? f.Coarse[i + 1] : Edge;
        ulong evidence = (ulong)f.Evidence[i];
        ulong casing = f.Casing[i];
        ulong capital = (f.Capital[i] ? 1ul : 0) | (hasBefore ? 0ul : 2) | (casing << 2);

        // Words.
        features[n++] = Join(1, word);
        features[n++] = Join(2, f.Form[i]);
        features[n++] = Join(3, before);
        features[n++] = Join(4, after);
        features[n++] = Join(5, before2);
        features[n++] = Join(6, after2);
        features[n++] = Join(7, before, word);
        features[n++] = Join(8, word, after);
        features[n++] = Join(9, before, capital);
        features[n++] = Join(10, after, capital);
        features[n++] = Join(11, before2, before);
        features[n++] = Join(12, after, after2);

        // Shapes and affixes.
        features[n++] = Join(13, shape, casing);
        features[n++] = Join(14, shapeBefore, shape);
        features[n++] = Join(15, shape, shapeAfter);
        features[n++] = Join(16, Hashing.Join(shapeBefore, shape), shapeAfter);
        features[n++] = Join(17, capital);
        features[n++] = Join(18, f.Affixes[0][i]);
        features[n++] = Join(19, f.Affixes[1][i]);
        features[n++] = Join(20, f.Affixes[2][i], capital & 1);
        features[n++] = Join(21, f.Affixes[3][i], capital & 1);
        features[n++] = Join(22, f.Affixes[4][i], capital & 1);

        // Lists.
        features[n++] = Join(23, known, capital);
        features[n++] = Join(24, knownBefore, known, capital & 1);
        features[n++] = Join(25, known, knownAfter, capital & 1);
        features[n++] = Join(26, knownBefore, shape);
        features[n++] = Join(27, knownAfter, shape);
        for (ulong bits = known; bits != 0; bits &= bits - 1) features[n++] = Join(28, bits & (0 - bits), capital & 1);

        // Groups of like words.
        features[n++] = Join(29, fine, capital & 1);
        features[n++] = Join(30, fineBefore, capital & 1);
        features[n++] = Join(31, fineAfter, capital & 1);
        features[n++] = Join(32, coarse, capital);
        features[n++] = Join(33, coarseBefore, coarse, capital & 1);
        features[n++] = Join(34, coarse, coarseAfter, capital & 1);
        features[n++] = Join(35, Hashing.Join(coarseBefore, coarse), coarseAfter, capital & 1);
        features[n++] = Join(36, i - 2 >= start ? f.Fine[i - 2] : Edge, capital & 1);
        features[n++] = Join(37, i + 2 < end ? f.Fine[i + 2] : Edge, capital & 1);
        features[n++] = Join(38, fineBefore, fine);
        features[n++] = Join(39, fine, fineAfter);
        features[n++] = Join(40, before, coarse, capital & 1);
        features[n++] = Join(41, coarse, after, capital & 1);

        // The rest of the text.
        features[n++] = Join(42, evidence, capital);
        features[n++] = Join(43, evidence, known, capital & 1);
        for (ulong bits = evidence; bits != 0; bits &= bits - 1) features[n++] = Join(44, bits & (0 - bits), capital);
        features[n++] = Join(45, hasAfter ? (ulong)f.Evidence[i + 1] : Edge, shapeAfter, capital & 1);
        features[n++] = Join(46, hasBefore ? (ulong)f.Evidence[i - 1] : Edge, shapeBefore, capital & 1);
        return n;
    }

    private static ulong Join(ulong template, ulong a) => Hashing.Join(template * 0xC2B2AE3D27D4EB4F, a);

    private static ulong Join(ulong template, ulong a, ulong b) => Hashing.Join(Join(template, a), b);

    private static ulong Join(ulong template, ulong a, ulong b, ulong c) => Hashing.Join(Join(template, a, b), c);
}
