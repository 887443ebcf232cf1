using Rapporteur.Text.Actors;
using Rapporteur.Text.Entities;

namespace Rapporteur.Text.OtherLanguages;

/// <summary>The persons whom a text names in full, as far as capitals alone tell.</summary>
internal sealed class FullNames
{
    private const int LongestName = 4;

    private readonly string _language;
    private readonly Dictionary<string, string> _bySurname = new(StringComparer.Ordinal);

    private readonly HashSet<string> _alone = new(StringComparer.Ordinal); // words with capitals between words without

    private FullNames(string language) => _language = language;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="language">ISO 639-1 code. German writes nouns with capitals: there only known holders of high offices count.</param>
    public static FullNames In(string text, string language)
    {
        FullNames names = new(language);
        int at = 0;
        while (at < text.Length)
        {
            List<TextSpan> run = Run(text, ref at);
            // What opens a sentence has a capital for that.
            if (run.Count > 0 && OpensSentence(text, run[0].Start)) run.RemoveAt(0);
            if (run.Count == 1) names._alone.Add(run[0].In(text));
            if (run.Count is < 2 or > LongestName) continue;
            string full = names.WithinRun(text, run).In(text), surname = run[^1].In(text);
            if (!full.EndsWith(surname, StringComparison.Ordinal)) continue;
            if (names.HolderOf(full) is { } holder) names._bySurname[surname] = holder;
            else if (language != "de") names._bySurname.TryAdd(surname, full);
        }

        return names;
    }

    /// <summary>Whether the text gives the full name to which a surname belongs.</summary>
    public bool Know(string surname) => _bySurname.ContainsKey(surname);

    /// <summary>The fullest form of a name, as English writes it where it is that of a holder of a high office, else as the text does.</summary>
    public string FullestOf(string name) => HolderOf(name) ?? _bySurname.GetValueOrDefault(name, name);

    /// <summary>The name in some words with capitals that stand side by side.</summary>
    /// <remarks>"Of the Harbour Ilsko Varden" in a language without an article is three of them, "Varden to Hald" in one without prepositions two.</remarks>
    public TextSpan WithinRun(string text, IReadOnlyList<TextSpan> run)
    {
        TextSpan whole = new(run[0].Start, run[^1].End);
        if (run.Count > 2 && IsGivenName(run[^2].In(text))) return new TextSpan(run[^2].Start, run[^1].End);
        if (run.Count != 2) return whole;
        string first = run[0].In(text);
        bool two = (Know(first) || _alone.Contains(first)) && !IsGivenName(first) && HolderOf(whole.In(text)) is null;
        return two ? run[0] : whole;
    }

    private bool IsGivenName(string word) => Romanised(word) is var latin && (Gazetteer.English.Gender.ContainsKey(latin) || Gazetteer.English.Gender.ContainsKey(NameFolding.GivenName(NameFolding.Word(latin))));

    // The last two words of a name, in Latin letters, as the registry knows them.
    private string? HolderOf(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return null;
        string latin = $"{Romanised(words[^2])} {Romanised(words[^1])}";
        return ActorRegistry.English.StateOfHolder(latin) is null ? null : ActorRegistry.English.Canonical(latin);
    }

    private string Romanised(string word) => Romanisation.Of(word, _language);

    // The next words with capitals that only a blank divides; moves behind them, or behind the next word when it has none.
    private static List<TextSpan> Run(string text, ref int at)
    {
        List<TextSpan> run = [];
        while (at < text.Length && !char.IsLetter(text[at])) at++;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            int start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '-' or '’' or '\'')) at++;
            if (!char.IsUpper(text[start])) break;
            run.Add(new TextSpan(start, at));
            if (at + 1 >= text.Length || text[at] != ' ' || !char.IsUpper(text[at + 1])) break;
            at++;
        }

        return run;
    }

    private static bool OpensSentence(string text, int start)
    {
        int before = start - 1;
        while (before >= 0 && (text[before] is ' ' or '\t' || (!char.IsLetterOrDigit(text[before]) && text[before] is not ('.' or '!' or '?' or ':' or '\n' or ',' or ')')))) before--;
        return before < 0 || text[before] is '.' or '!' or '?' or ':' or '\n';
    }
}
