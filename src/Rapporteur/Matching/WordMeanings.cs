using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Matching;

/// <summary>How two words are related in meaning, a bit each.</summary>
[Flags]
internal enum WordRelation
{
    None = 0,

    /// <summary>In one set of synonyms (WordNet).</summary>
    Synonym = 1,

    /// <summary>One is made from the other: "decide", "decision" (WordNet).</summary>
    Derived = 2,

    /// <summary>Opposites: "weak", "strong" (WordNet).</summary>
    Antonym = 4,

    /// <summary>One is translated as the other (PPDB).</summary>
    Paraphrase = 8,
}

/// <summary>The most frequent words with a vector, their rarity and their relations. Made by <c>train/train matching</c>.</summary>
internal sealed class WordMeanings
{
    /// <summary>Numbers in a vector.</summary>
    public const int Dimensions = 64;

    /// <summary>The resource of Rapporteur.Text that holds them.</summary>
    public const string Resource = "models/matching/words.bin";

    /// <summary>A word that is not in the table is rare: a name, or a figure of speech.</summary>
    private const float RarityOfUnknown = 0.9f;

    private static readonly Lazy<WordMeanings> Embedded = new(ReadEmbedded);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly float[] _vectors;
    private readonly float[] _rarity;
    private readonly bool[] _nameOnly;
    private readonly int[] _first;
    private readonly int[] _related;
    private readonly WordRelation[] _relations;

    private WordMeanings(int words, int pairs)
    {
        _vectors = new float[words * Dimensions];
        _rarity = new float[words];
        _nameOnly = new bool[words];
        _first = new int[words + 1];
        _related = new int[pairs];
        _relations = new WordRelation[pairs];
    }

    private static WordMeanings? _justLearnt;

    /// <summary>Those built in.</summary>
    public static WordMeanings Shared => _justLearnt ?? Embedded.Value;

    /// <summary>Takes others, for training: what is learnt over the words must see the words just made.</summary>
    public static void Replace(WordMeanings learnt) => _justLearnt = learnt;

    /// <summary>The number of a folded word, or -1.</summary>
    public int Find(string word) => _numbers.GetValueOrDefault(word, -1);

    /// <summary>How much a word tells, 0 to 1: 0.15 for the most frequent.</summary>
    public float Rarity(int word) => word < 0 ? RarityOfUnknown : _rarity[word];

    /// <summary>True when the word is hardly ever written without a capital.</summary>
    public bool IsNameOnly(string word) => !_numbers.TryGetValue(word, out int number) || _nameOnly[number];

    /// <summary>The words that are written without a capital as well.</summary>
    public IEnumerable<string> CommonWords => _numbers.Where(word => !_nameOnly[word.Value]).Select(word => word.Key);

    /// <summary>Its vector, of length 1.</summary>
    public ReadOnlySpan<float> VectorOf(int word) => _vectors.AsSpan(word * Dimensions, Dimensions);

    /// <summary>How near two words are used to each other, -1 to 1.</summary>
    public float Cosine(int left, int right) => Dot(VectorOf(left), VectorOf(right));

    /// <summary>How near a word is used to each of some others; what stands where a word is not in the table means nothing.</summary>
    public void Cosines(int word, ReadOnlySpan<ContentWord> others, Span<float> cosines)
    {
        ReadOnlySpan<float> vector = VectorOf(word);
        for (int i = 0; i < others.Length; i += 4)
        {
            Vector128<float> four = FourDots(vector, Or(i, others), Or(i + 1, others), Or(i + 2, others), Or(i + 3, others));
            for (int k = 0; k < 4 && i + k < others.Length; k++) cosines[i + k] = four[k];
        }

        ReadOnlySpan<float> Or(int i, ReadOnlySpan<ContentWord> others) => VectorOf(i < others.Length ? Math.Max(0, others[i].Known) : 0);
    }

    /// <summary>How two words are related.</summary>
    public WordRelation Relation(int left, int right)
    {
        int from = _first[left], until = _first[left + 1];
        while (from < until)
        {
            int middle = (from + until) >>> 1;
            if (_related[middle] < right) from = middle + 1;
            else until = middle;
        }

        return from < _first[left + 1] && _related[from] == right ? _relations[from] : WordRelation.None;
    }

    /// <summary>The inner product.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        // Four lanes everywhere: wider ones would add in another order, and a record must not depend on the machine.
        ReadOnlySpan<Vector128<float>> a = MemoryMarshal.Cast<float, Vector128<float>>(left), b = MemoryMarshal.Cast<float, Vector128<float>>(right);
        Vector128<float> sum = Vector128<float>.Zero;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return Sum(sum);
    }

    // Four inner products with one vector, which wait for each other no more: each is added up in the order of Dot, so that it is the same number.
    private static Vector128<float> FourDots(ReadOnlySpan<float> vector, ReadOnlySpan<float> first, ReadOnlySpan<float> second, ReadOnlySpan<float> third, ReadOnlySpan<float> fourth)
    {
        ReadOnlySpan<Vector128<float>> x = MemoryMarshal.Cast<float, Vector128<float>>(vector);
        ReadOnlySpan<Vector128<float>> a = MemoryMarshal.Cast<float, Vector128<float>>(first), b = MemoryMarshal.Cast<float, Vector128<float>>(second);
        ReadOnlySpan<Vector128<float>> c = MemoryMarshal.Cast<float, Vector128<float>>(third), d = MemoryMarshal.Cast<float, Vector128<float>>(fourth);
        Vector128<float> forA = Vector128<float>.Zero, forB = forA, forC = forA, forD = forA;
        for (int i = 0; i < x.Length; i++)
        {
            forA += a[i] * x[i];
            forB += b[i] * x[i];
            forC += c[i] * x[i];
            forD += d[i] * x[i];
        }

        return Vector128.Create(Sum(forA), Sum(forB), Sum(forC), Sum(forD));
    }

    private static float Sum(Vector128<float> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);

    /// <summary>Reads the file: counts, then for each word its letters, rarity (of 255), whether it is a name only, vector in bytes and relations to later words.</summary>
    public static WordMeanings Read(Stream file)
    {
        using BinaryReader reader = new(file, Encoding.UTF8);
        int words = reader.ReadInt32(), pairs = reader.ReadInt32();
        if (reader.ReadInt32() != Dimensions) throw new InvalidDataException($"{Resource} has vectors of another length than {Dimensions}. Run: train/train matching");
        WordMeanings read = new(words, pairs * 2);
        List<(int Word, WordRelation Relation)>[] related = [.. Enumerable.Range(0, words).Select(_ => new List<(int, WordRelation)>())];
        sbyte[] bytes = new sbyte[Dimensions];
        for (int word = 0; word < words; word++)
        {
            read._numbers.Add(reader.ReadString(), word);
            read._rarity[word] = reader.ReadByte() / 255f;
            read._nameOnly[word] = reader.ReadBoolean();
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(bytes.AsSpan()));
            read.Keep(word, bytes);
            int other = word;
            for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
            {
                int step = reader.Read7BitEncodedInt();
                other += step >> 4;
                WordRelation relation = (WordRelation)(step & 15);
                related[word].Add((other, relation));
                related[other].Add((word, relation));
            }
        }

        int at = 0;
        for (int word = 0; word < words; word++)
        {
            read._first[word] = at;
            foreach ((int other, WordRelation relation) in related[word].OrderBy(r => r.Word)) (read._related[at], read._relations[at++]) = (other, relation);
        }

        read._first[words] = at;
        return read;
    }

    private void Keep(int word, sbyte[] bytes)
    {
        float length = MathF.Sqrt(bytes.Sum(x => (float)x * x));
        for (int i = 0; i < Dimensions; i++) _vectors[(word * Dimensions) + i] = length > 0 ? bytes[i] / length : 0;
    }

    private static WordMeanings ReadEmbedded()
    {
        using Stream file = typeof(TextAnalyser).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} was not there when Rapporteur.Text was built. Run: train/train matching");
        return Read(file);
    }
}
