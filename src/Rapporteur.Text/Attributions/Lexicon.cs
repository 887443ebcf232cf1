using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Rapporteur.Text.Attributions;

/// <summary>The English words that the attribution rules know, read once from the word lists in the assembly.</summary>
internal sealed class Lexicon
{
    private readonly FrozenDictionary<string, Entry> _entries;
    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private Lexicon(Dictionary<string, Entry> entries)
    {
        foreach (string[] cells in Rows("phrasal-cues.tsv"))
        {
            foreach (string form in cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!entries.TryGetValue(form, out Entry? entry)) entries[form] = entry = new Entry(form);
                entry.Phrases.Add(new PhrasalCue(cells[0].Split(' '), Phrasal(form, entry.Verb)));
                foreach (string word in cells[0].Split(' '))
                {
                    entries.TryAdd(word, new Entry(word));
                }
            }
        }

        _entries = entries.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lists under <c>Languages/English</c>.</summary>
    public static Lexicon English { get; } = Load();

    /// <summary>What is known about a word in lower case with straight apostrophes; null when nothing is.</summary>
    public Entry? Find(ReadOnlySpan<char> lower) => _lookup.TryGetValue(lower, out Entry? entry) ? entry : null;

    private static Lexicon Load()
    {
        Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
        foreach (string file in (string[])["function-words.tsv", "roles.tsv", "outlets.tsv"])
        {
            foreach (string[] cells in Rows(file))
            {
                Traits trait = Enum.Parse<Traits>(cells[0], ignoreCase: true);
                foreach (string word in cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    Of(word).Traits |= trait;
                }
            }
        }

        foreach (string[] cells in Rows("reporting-verbs.tsv"))
        {
            float[] rates = [.. cells[6..11].Select(c => float.Parse(c, CultureInfo.InvariantCulture) / 100)];
            for (int shape = 0; shape < 5; shape++)
            {
                Entry entry = Of(cells[shape]);
                // The first lemma in the file, the more frequent one, keeps a form that two verbs share.
                if (entry.Verb is not null && entry.Verb.Lemma != cells[0]) continue;
                VerbShapes shapes = (VerbShapes)(1 << shape) | (entry.Verb?.Shapes ?? VerbShapes.None);
                entry.Verb = new ReportingVerb(cells[0], shapes, cells[5][0] == 's', cells[5].EndsWith('n'), rates);
            }
        }

        return new Lexicon(entries);

        Entry Of(string word)
        {
            if (!entries.TryGetValue(word, out Entry? entry)) entries[word] = entry = new Entry(word);
            return entry;
        }
    }

    // Together with its particle a verb is a cue more often than alone: on the training part of PolNeAR "called for", "pointed to" and
    // their like were cues in 6 to 8 of 10 places before an object.
    private static ReportingVerb Phrasal(string form, ReportingVerb? verb)
    {
        VerbShapes shapes = form.EndsWith("ing", StringComparison.Ordinal) ? VerbShapes.Ing : VerbShapes.Past | VerbShapes.Third;
        float[] rates = [0.9f, 0.9f, 0.4f, 0.65f, 0.4f];
        return new ReportingVerb(verb?.Lemma ?? form, verb?.Shapes ?? shapes, IsSpeech: true, IsOftenNoun: false, rates);
    }

    /// <summary>The rows of a word list, divided at tabs, without its comments.</summary>
    internal static IEnumerable<string[]> Rows(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Languages/English/{file}")
            ?? throw new InvalidDataException($"The word list Languages/English/{file} is missing from the assembly.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    /// <summary>A verb that attributes together with the words after it.</summary>
    internal sealed record PhrasalCue(string[] Words, ReportingVerb Verb);

    /// <summary>What is known about one word.</summary>
    internal sealed class Entry(string word)
    {
        public string Word { get; } = word;

        public Traits Traits { get; set; }

        public ReportingVerb? Verb { get; set; }

        /// <summary>What may follow to make it a cue: "it clear" after "made".</summary>
        public List<PhrasalCue> Phrases { get; } = [];
    }
}
