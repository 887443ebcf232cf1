using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>What a word does to the stance towards what depends on it.</summary>
internal enum StanceRole
{
    /// <summary>Takes a stance, held by its subject.</summary>
    Own,

    /// <summary>Takes a stance, held by whoever speaks.</summary>
    Any,

    /// <summary>Turns the stance of the word above it round.</summary>
    Invert,

    /// <summary>Passes the stance of the word above it on.</summary>
    Light,

    /// <summary>Does harm: announced, it is a threat.</summary>
    Harm,

    /// <summary>Names what somebody says ("allegation"): who rejects it denies it. Else it passes on, as <see cref="Light"/>.</summary>
    Claim,

    /// <summary>Says that its subject goes on ("stays"): who announces it stands by it.</summary>
    Keep,

    /// <summary>Tells what its subject thinks, knows or is: no act that could be refused or done.</summary>
    State,
}

/// <summary>Words that take a stance, turn one round or bring in a condition (<c>stances.tsv</c>).</summary>
internal sealed class StanceLexicon
{
    /// <summary>One reading of a word.</summary>
    /// <param name="Role">What it does.</param>
    /// <param name="Stance">The stance it takes; meaningless for what takes none.</param>
    /// <param name="Strength">How firmly, 0 to 1.</param>
    /// <param name="Prepositions">Those before its target, and its particles.</param>
    /// <param name="Needed">True when it counts only beside one of them.</param>
    /// <param name="Aim">True when it demands of others and only aims at what its subject does itself: "wants them to leave", "wants to leave".</param>
    /// <param name="Judged">True when it judges only as a predicate: "the plan is bad", and no "bad blood".</param>
    public sealed record Entry(StanceRole Role, Stance Stance, double Strength, IReadOnlyList<string> Prepositions, bool Needed, bool Aim = false, bool Judged = false);

    public static StanceLexicon English { get; } = new();

    private readonly Dictionary<(string Tag, string Lemma), List<Entry>> _entries = [];
    private readonly Dictionary<string, bool> _conditions = new(StringComparer.Ordinal);

    private StanceLexicon()
    {
        foreach (string[] cells in EmbeddedData.Lines("Languages/English/stances.tsv").Select(line => line.Split('\t')))
        {
            if (cells[0] == "cond")
            {
                _conditions[cells[1]] = cells[5] == "unless";
                continue;
            }

            StanceRole role = cells[2] switch
            {
                "invert" => StanceRole.Invert,
                "light" => StanceRole.Light,
                "harm" => StanceRole.Harm,
                "claim" => StanceRole.Claim,
                "keep" => StanceRole.Keep,
                "state" => StanceRole.State,
                _ => cells[5] is "any" or "judged" ? StanceRole.Any : StanceRole.Own,
            };
            Stance stance = role is StanceRole.Own or StanceRole.Any ? Enum.Parse<Stance>(cells[2].Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : role == StanceRole.Keep ? Stance.Supports : Stance.Threatens;
            string tag = cells[0] switch { "verb" => "VERB", "adj" => "ADJ", _ => "NOUN" };
            bool needed = cells[4].StartsWith('+');
            string[] prepositions = cells[4].Length == 0 ? [] : cells[4].TrimStart('+').Split('|');
            if (!_entries.TryGetValue((tag, cells[1]), out List<Entry>? list)) _entries[(tag, cells[1])] = list = [];
            list.Add(new Entry(role, stance, double.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture), prepositions, needed, cells[5] == "aim", cells[5] == "judged"));
        }

        // What needs a particle is tried first: "back down" is not "back".
        foreach (List<Entry> list in _entries.Values) list.Sort((left, right) => right.Needed.CompareTo(left.Needed));
    }

    /// <summary>The readings of a word, the one that needs most first.</summary>
    public IReadOnlyList<Entry> Of(string tag, string lemma) => _entries.TryGetValue((tag, lemma), out List<Entry>? list) ? list : [];

    /// <summary>True when the word brings in what must be lifted first ("unless", "until"), false when what must be there ("if"); null for other words.</summary>
    public bool? Condition(string lemma) => _conditions.TryGetValue(lemma, out bool unless) ? unless : null;
}
