using System.Text;

namespace Rapporteur.Matching.Encounters;

/// <summary>Under which one participant is known in all articles.</summary>
public static class ParticipantKey
{
    /// <summary>The folded last word, a run of one letter counted once, y as i: "Ilsko Varden" and "Varden" are one, and so are spellings such as -sky, -skyy and -skiy.</summary>
    public static string Of(string name)
    {
        IReadOnlyList<string> words = Folding.Words(name);
        string last = words.Count == 0 ? name : words[^1];
        StringBuilder key = new();
        foreach (char letter in last.Replace('y', 'i'))
        {
            if (key.Length == 0 || key[^1] != letter) key.Append(letter);
        }

        return key.ToString();
    }
}
