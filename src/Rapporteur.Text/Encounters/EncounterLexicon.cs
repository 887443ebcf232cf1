using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Encounters;

/// <summary>Words that name encounters, and words that tell how far one has come.</summary>
internal sealed class EncounterLexicon
{
    /// <summary>One reading of a word as the name of an encounter.</summary>
    /// <param name="Type">Of the encounter.</param>
    /// <param name="Beside">Lemmas of which one must depend on the word; empty when it stands alone.</param>
    public sealed record Entry(EncounterType Type, IReadOnlyList<string> Beside);

    public static EncounterLexicon English { get; } = new();

    private readonly Dictionary<(bool Verb, string Lemma), List<Entry>> _entries = [];
    private readonly Dictionary<string, EncounterStatus> _status = new(StringComparer.Ordinal);

    private EncounterLexicon()
    {
        foreach (string[] cells in EmbeddedData.Lines("Languages/English/encounters.tsv").Select(line => line.Split('\t')))
        {
            (bool, string) key = (cells[0] == "verb", cells[1]);
            if (!_entries.TryGetValue(key, out List<Entry>? list)) _entries[key] = list = [];
            list.Add(new Entry(TypeOf(cells[2]), cells.Length > 3 ? cells[3].Split('|') : []));
        }

        foreach (string[] cells in EmbeddedData.Lines("Languages/English/encounter-status.tsv").Select(line => line.Split('\t')))
        {
            _status[cells[0]] = Enum.Parse<EncounterStatus>(cells[1], ignoreCase: true);
        }
    }

    /// <summary>The readings of a word, in the order of the list; the first whose condition is met counts.</summary>
    public IReadOnlyList<Entry> Of(bool verb, string lemma) => _entries.TryGetValue((verb, lemma), out List<Entry>? list) ? list : [];

    /// <summary>What a governing or modifying word says, or null when it says nothing.</summary>
    public EncounterStatus? Status(string lemma) => _status.TryGetValue(lemma, out EncounterStatus status) ? status : null;

    private static EncounterType TypeOf(string name) => name == "press-conference" ? EncounterType.PressConference : Enum.Parse<EncounterType>(name, ignoreCase: true);
}
