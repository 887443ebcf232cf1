using System.Globalization;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Actors;

/// <summary>One tenure of a high office of a state.</summary>
/// <param name="Name">Given name and surname, as shown.</param>
/// <param name="Words">The same two, folded.</param>
/// <param name="Middle">Words between them in the list, folded: initials, further given names, the father's name.</param>
/// <param name="State">The state by its canonical name.</param>
/// <param name="Office">"president", "prime minister".</param>
/// <param name="Since">First day in office.</param>
/// <param name="Until">Day of leaving it; the last day there is for those in office when the list was made.</param>
internal sealed record OfficeHolder(string Name, IReadOnlyList<string> Words, IReadOnlyList<string> Middle, string State, string Office, DateOnly Since, DateOnly Until)
{
    /// <summary>The day on which the list was made.</summary>
    public static DateOnly ListMade { get; } = new(2026, 1, 31);

    /// <summary>True when a folded name of two words or more is this person's: the surname, the given name in any language or its initial, nothing strange between.</summary>
    public bool IsCalled(IReadOnlyList<string> words)
    {
        if (words.Count < 2 || words[^1] != Words[^1]) return false;
        bool given = NameFolding.GivenName(words[0]) == NameFolding.GivenName(Words[0]) || (words[0].Length == 1 && words.Count == 2 && words[0][0] == Words[0][0]);
        if (!given) return false;
        for (int i = 1; i + 1 < words.Count; i++)
        {
            string word = words[i];
            if (!IsPatronymic(word) && !Middle.Any(middle => middle == word || (middle.Length == 1 && middle[0] == word[0]) || (word.Length == 1 && middle[0] == word[0]))) return false;
        }

        return true;
    }

    /// <summary>True for a father's name in the Eastern Slavic manner, folded.</summary>
    public static bool IsPatronymic(string word) =>
        word.Length > 6 && (word.EndsWith("ovich", StringComparison.Ordinal) || word.EndsWith("evich", StringComparison.Ordinal) || word.EndsWith("ovna", StringComparison.Ordinal) || word.EndsWith("evna", StringComparison.Ordinal));

    /// <summary>The holders of the embedded list who have a given name and a surname.</summary>
    public static IEnumerable<OfficeHolder> All() =>
        EmbeddedData.Lines("Languages/English/Names/leaders.tsv").Select(Read).OfType<OfficeHolder>();

    internal static OfficeHolder? Read(string line)
    {
        string[] cells = line.Split('\t');
        string[] written = [.. cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cased)];
        List<string> words = NameFolding.Words(string.Join(' ', written));
        // "Charles III" is called by his first name alone.
        if (written.Length < 2 || words.Count != written.Length || IsNumeral(written[^1])) return null;
        // Initials and fathers' names are left out where the person is shown; a second given name or a particle belongs to the name.
        string[] shown = [.. written.Where((_, i) => i == 0 || i == written.Length - 1 || !(words[i].Length == 1 || IsPatronymic(words[i])))];
        DateOnly until = cells[4].Length == 0 ? DateOnly.MaxValue : DateOnly.ParseExact(cells[4], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new OfficeHolder(
            string.Join(' ', shown), [words[0], words[^1]], words[1..^1], cells[0], cells[1], DateOnly.ParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture), until);
    }

    // The Factbook writes surnames in capitals, and some lost theirs only in part: "DE".
    private static string Cased(string word) => word.Length > 1 && char.IsLetter(word[1]) && word.All(c => !char.IsLower(c)) ? word[0] + word[1..].ToLowerInvariant() : word;

    private static bool IsNumeral(string word) => word.ToUpperInvariant().All(c => c is 'I' or 'V' or 'X');
}
