using System.Collections.Frozen;
using System.Text;

namespace Rapporteur.Matching;

/// <summary>The name of a person taken apart, so that one article's "Varden" or "Warden" may be the "Ilsko Varden" of another.</summary>
/// <remarks>
/// An article that is read by itself may give no more than a surname, spell it its own way or put a title before it. Whether two are one person is asked only
/// of words that may be one statement: who says the same on the same occasion and bears the same surname is the same.
/// </remarks>
/// <param name="Surname">The last word by its sound; empty when the words are no name of a person.</param>
/// <param name="Given">The words before it by their sounds, without titles.</param>
internal readonly record struct PersonName(string Surname, string[] Given)
{
    // Shorter words are alike by chance, once spellings are put together.
    private const int ShortestSurname = 4;

    // Keys of actors are spelt their own way ("oficials"), and so must be what they are compared with.
    private static readonly Lazy<HashSet<string>> CommonWords = new(() => WordMeanings.Shared.CommonWords.Select(ActorKey.Of).ToHashSet(StringComparer.Ordinal));

    private static readonly FrozenSet<string> Titles = ContentWords.Lines("titles").Select(ActorKey.Of).ToFrozenSet(StringComparer.Ordinal);

    // Spellings of one sound in names taken over from other scripts, the longer first: "Kharkiv", "Harkiw".
    private static readonly (string Written, string Sound)[] Spellings =
        [("tsch", "c"), ("sch", "s"), ("tch", "c"), ("ph", "f"), ("th", "t"), ("kh", "h"), ("ck", "k"), ("tz", "ts"), ("dj", "j"), ("dzh", "j"), ("zh", "j"), ("ou", "u"), ("oo", "u"), ("w", "v"), ("y", "i"), ("q", "k")];

    /// <summary>Reads the key of an actor.</summary>
    public static PersonName Of(string actor)
    {
        string[] words = actor.Split(' ');
        int first = 0, end = words.Length;
        while (end > 1 && Titles.Contains(words[end - 1])) end--;
        while (first < end - 1 && (Titles.Contains(words[first]) || Sides.OfBody(words[first]) is not null)) first++;
        string surname = words[end - 1];
        // What is also a common word is no name when it stands alone ("officials"); a state is no person.
        if (surname.Length < ShortestSurname || char.IsAsciiDigit(surname[0]) || Sides.OfBody(surname) is not null || (first == end - 1 && CommonWords.Value.Contains(surname)))
            return new PersonName("", []);
        return new PersonName(Sound(surname), [.. words[first..(end - 1)].Select(Sound)]);
    }

    /// <summary>True when both may be one person: the same surname, and no two given names that differ.</summary>
    public bool MayBe(in PersonName other) =>
        Surname.Length > 0 && Surname == other.Surname && (Given.Length == 0 || other.Given.Length == 0 || Given.AsSpan().ContainsAny(other.Given));

    private static string Sound(string word)
    {
        StringBuilder sound = new(word.Length);
        for (int at = 0; at < word.Length;)
        {
            (string written, string heard) = Array.Find(Spellings, spelling => string.CompareOrdinal(word, at, spelling.Written, 0, spelling.Written.Length) == 0);
            string next = written is null ? word[at].ToString() : heard;
            at += written?.Length ?? 1;
            foreach (char letter in next)
            {
                if (sound.Length == 0 || sound[^1] != letter) sound.Append(letter);
            }
        }

        return sound.ToString();
    }
}
