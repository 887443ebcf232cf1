using System.Collections.Frozen;
using Rapporteur.Extraction.Facts;

namespace Rapporteur.Extraction;

/// <summary>Knows lines that hold a moment and nothing else: "Updated: 10:31 GMT, Monday 14 April", "5 hours ago".</summary>
internal static class DateLines
{
    // Longest such line of the pasted pages: "10:31 GMT 08.11.2024 (Updated: 10:32 GMT 08.11.2024)".
    private const int Longest = 90;

    private static readonly FrozenSet<string> Words = DataFile.Lines("date-words.txt")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Concat(DataFile.Rows("months.tsv").SelectMany(row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether every word of the line is a number, a month, a day of the week or another word of dates, with at least one number.</summary>
    public static bool Matches(string line)
    {
        if (line.Length > Longest) return false;
        var known = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        bool number = false;
        int start = -1;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && char.IsLetterOrDigit(line[i]))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start < 0) continue;
            ReadOnlySpan<char> word = line.AsSpan(start, i - start);
            start = -1;
            if (char.IsDigit(word[0])) number = true;
            // "18th", "5h" and "0min" are numbers with a tail.
            ReadOnlySpan<char> tail = word.TrimStart("0123456789");
            if (tail.Length > 0 && !known.Contains(tail)) return false;
        }

        return number;
    }
}
