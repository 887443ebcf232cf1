using System.Collections.Frozen;
using System.Globalization;

namespace Rapporteur.Matching.Stories;

/// <summary>How rare a word is in English at large, from a fixed table: weights taken from the record itself would depend on what has arrived so far.</summary>
internal static class WordRarity
{
    // The table ends at 6.0; what is not in it is mostly a name.
    private const double Unknown = 8;
    private static readonly FrozenDictionary<string, double> Table = Read();

    /// <summary>Minus the decimal logarithm of the word's share of all words: 3.5 or less for "said", 6 for one word in a million, 8 for a word not in the table.</summary>
    /// <param name="word">In lower case.</param>
    public static double Of(string word) => Table.GetValueOrDefault(word, Unknown);

    private static FrozenDictionary<string, double> Read()
    {
        using Stream data = typeof(WordRarity).Assembly.GetManifestResourceStream("Matching/Data/word-rarity.txt")
            ?? throw new InvalidOperationException("The assembly was built without Matching/Data/word-rarity.txt.");
        using StreamReader reader = new(data);
        Dictionary<string, double> table = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line is ['#', ..]) continue;
            string[] cells = line.Split(' ');
            double rarity = double.Parse(cells[0], CultureInfo.InvariantCulture) / 10;
            foreach (string word in cells.AsSpan(1)) table[word] = rarity;
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
