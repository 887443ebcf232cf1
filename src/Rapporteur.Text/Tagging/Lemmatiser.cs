using System.Buffers.Binary;
using System.Text;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tagging;

/// <summary>Gives tagged words their dictionary form: <c>went</c> → <c>go</c>, <c>ministries</c> → <c>ministry</c>, <c>n't</c> → <c>not</c>.</summary>
/// <remarks>
/// For each Penn tag the longest known ending of the word (at last the whole word) names a rule: how many characters to take off, what
/// to put on, and whether capitals stay, as they do in names. Endings and rules are learnt.
/// </remarks>
internal sealed class Lemmatiser
{
    internal const uint Format = 0x314D454C; // "LEM1"

    private readonly Dictionary<ulong, ushort> _endings;
    private readonly Rule[] _rules;

    /// <summary>Reads the rules as <c>train/</c> wrote them.</summary>
    public Lemmatiser(byte[] file)
    {
        uint found = file.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file);
        if (found != Format) throw new InvalidDataException($"The lemma rules have format {found:X}, this build reads {Format:X}. Train them again: train/train lemmas");
        using BinaryReader reader = new(new MemoryStream(file, 4, file.Length - 4), Encoding.UTF8);
        _rules = new Rule[reader.ReadUInt16()];
        for (int i = 0; i < _rules.Length; i++) _rules[i] = new Rule(reader.ReadByte(), reader.ReadString(), reader.ReadBoolean());
        int count = reader.ReadInt32();
        _endings = new Dictionary<ulong, ushort>(count);
        for (int i = 0; i < count; i++) _endings.Add(reader.ReadUInt64(), reader.ReadUInt16());
    }

    /// <summary>The key under which an ending is known.</summary>
    /// <param name="xpos">Penn tag.</param>
    /// <param name="length">Number of characters of the ending; <see cref="WholeWord"/> for the word from its beginning.</param>
    /// <param name="hash">Hash of the ending, lower case, digits as 0.</param>
    internal static ulong Key(string xpos, int length, uint hash) => FeatureHash.Of(length, FeatureHash.Of(xpos), hash);

    internal const int WholeWord = 9, LongestEnding = 5;

    /// <summary>The lemma of a word.</summary>
    public string Lemma(string text, in Token token, in WordForm form)
    {
        ushort rule = RuleOf(token.Xpos!, form);
        return _rules[rule].Apply(token.Span.Of(text));
    }

    private ushort RuleOf(string xpos, in WordForm form)
    {
        if (_endings.TryGetValue(Key(xpos, WholeWord, form.Lower), out ushort rule)) return rule;
        for (int length = LongestEnding; length >= 0; length--)
        {
            uint hash = Ending(form, length);
            if ((hash != 0 || length == 0) && _endings.TryGetValue(Key(xpos, length, hash), out rule)) return rule;
        }

        return 0;
    }

    /// <summary>The hash of a word's last characters; 0 for none, and where the word is not longer than that.</summary>
    internal static uint Ending(in WordForm form, int length) => length switch
    {
        1 => form.Suffix1,
        2 => form.Suffix2,
        3 => form.Suffix3,
        4 => form.Suffix4,
        5 => form.Suffix5,
        _ => 0,
    };

    /// <summary>How a lemma is made from a word.</summary>
    /// <param name="Cut">Number of characters to take off the end.</param>
    /// <param name="Add">What to put there.</param>
    /// <param name="KeepsCapitals">False when the lemma is written small.</param>
    internal readonly record struct Rule(byte Cut, string Add, bool KeepsCapitals)
    {
        public string Apply(ReadOnlySpan<char> word)
        {
            ReadOnlySpan<char> stem = word[..Math.Max(0, word.Length - Cut)];
            if (KeepsCapitals && Add.Length == 0) return stem.ToString();
            StringBuilder lemma = new(stem.Length + Add.Length);
            foreach (char c in stem) lemma.Append(KeepsCapitals ? c : char.ToLowerInvariant(c));
            return lemma.Append(Add).ToString();
        }
    }
}
