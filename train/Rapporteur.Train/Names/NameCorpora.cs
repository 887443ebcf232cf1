using Rapporteur.Text.Entities;

namespace Rapporteur.Train.Names;

/// <summary>Reads the corpora of names and brings their labels to one convention: PER, ORG, LOC; no demonyms, no titles.</summary>
internal static class NameCorpora
{
    // The Groningen archive keeps no document boundaries, but its sentences stand in order.
    private const int SentencesPerDocument = 10;

    /// <summary>UNER EWT: the convention that the model follows.</summary>
    public static IEnumerable<LabelledDocument> Uner(TextReader reader)
    {
        List<LabelledSentence> sentences = [];
        LabelledSentence current = new([], []);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && sentences.Count > 0)
            {
                yield return new LabelledDocument(sentences, isTarget: true);
                sentences = [];
            }
            else if (line.Length == 0)
            {
                if (current.Words.Count > 0) sentences.Add(current);
                current = new([], []);
            }
            else if (line[0] != '#')
            {
                string[] cells = line.Split('\t');
                if (cells[0].Contains('-', StringComparison.Ordinal) || cells[0].Contains('.', StringComparison.Ordinal)) continue;
                current.Words.Add(cells[1]);
                current.Labels.Add(cells[2]);
            }
        }

        if (current.Words.Count > 0) sentences.Add(current);
        if (sentences.Count > 0) yield return new LabelledDocument(sentences, isTarget: true);
    }

    /// <summary>Groningen Meaning Bank: Voice of America news.</summary>
    public static IEnumerable<LabelledDocument> Groningen(TextReader reader)
    {
        foreach (List<LabelledSentence> sentences in GroningenRows(reader).Select(Labelled).Chunk(SentencesPerDocument).Select(c => c.ToList())) yield return new LabelledDocument(sentences, isTarget: false);

        static LabelledSentence Labelled(List<(string Word, string Label)> rows)
        {
            LabelledSentence sentence = new([], []);
            foreach ((string word, string label) in rows) AddWord(sentence, word, GroningenLabel(label, word));
            return Cleaned(sentence);
        }
    }

    /// <summary>The words alone of the same news: documents of sentences.</summary>
    public static IEnumerable<List<List<string>>> GroningenWords(TextReader reader) =>
        GroningenRows(reader).Select(s => s.ConvertAll(r => r.Word)).Chunk(SentencesPerDocument).Select(c => c.ToList());

    private static IEnumerable<List<(string Word, string Label)>> GroningenRows(TextReader reader)
    {
        List<(string, string)> sentence = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            List<string> cells = Cells(line);
            if (cells.Count < 4) continue;
            if (cells[0].Length > 0 && sentence.Count > 0)
            {
                yield return sentence;
                sentence = [];
            }

            sentence.Add((cells[1], cells[3]));
        }

        if (sentence.Count > 0) yield return sentence;
    }

    /// <summary>Wikigold: Wikipedia; one word and label per line, IO labels.</summary>
    public static IEnumerable<LabelledDocument> Wikigold(TextReader reader)
    {
        List<LabelledSentence> sentences = [];
        LabelledSentence current = new([], []);
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(' ');
            if (cells.Length == 2 && cells[0] != "-DOCSTART-")
            {
                AddWord(current, cells[0], cells[1] == "I-MISC" ? "O" : cells[1]);
                continue;
            }

            if (current.Words.Count > 0) sentences.Add(current);
            current = new([], []);
            if (cells[0] != "-DOCSTART-" || sentences.Count == 0) continue;
            yield return new LabelledDocument(sentences, isTarget: false);
            sentences = [];
        }

        if (current.Words.Count > 0) sentences.Add(current);
        if (sentences.Count > 0) yield return new LabelledDocument(sentences, isTarget: false);
    }

    // Words are divided at hyphens between letters, as EWT divides them.
    private static void AddWord(LabelledSentence sentence, string word, string label)
    {
        string[] parts = word.Length > 2 ? word.Split('-') : [word];
        if (parts.Length == 1 || parts.Any(p => p.Length == 0 || !p.All(char.IsLetter)))
        {
            sentence.Words.Add(word);
            sentence.Labels.Add(label);
            return;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            if (i > 0) Add("-", Inside(label));
            Add(parts[i], i == 0 ? label : Inside(label));
        }

        void Add(string part, string partLabel)
        {
            sentence.Words.Add(part);
            sentence.Labels.Add(partLabel);
        }
    }

    private static string Inside(string label) => label == "O" ? label : "I-" + label[2..];

    private static string GroningenLabel(string label, string word)
    {
        string kind = label.Length > 2 ? label[2..] : "";
        string prefix = label.Length > 2 ? label[..2] : "";
        return kind switch
        {
            "per" => prefix + "PER",
            "org" => prefix + "ORG",
            "geo" => prefix + "LOC",
            // "gpe" marks demonyms above all; UNER leaves them out.
            "gpe" => (Gazetteer.English.OfPhrase(word) & (Known.State | Known.Region | Known.Capital | Known.City)) != Known.Nothing ? prefix + "LOC" : "O",
            _ => "O",
        };
    }

    // The bank's tags were made half by machine. What contradicts UNER's convention in bulk is put right:
    // titles are no part of a person's name, states are no organisations, demonyms and faiths are no names.
    private static LabelledSentence Cleaned(LabelledSentence sentence)
    {
        for (int begin = 0; begin < sentence.Words.Count; begin++)
        {
            if (!sentence.Labels[begin].StartsWith("B-", StringComparison.Ordinal)) continue;
            int end = begin + 1;
            while (end < sentence.Words.Count && sentence.Labels[end].StartsWith("I-", StringComparison.Ordinal)) end++;
            Clean(sentence, begin, end);
        }

        return sentence;
    }

    private static void Clean(LabelledSentence sentence, int begin, int end)
    {
        string kind = sentence.Labels[begin][2..];
        while (kind == "PER" && begin + 1 < end && IsTitle(sentence.Words[begin])) sentence.Labels[begin++] = "O";
        sentence.Labels[begin] = "B-" + kind;
        Known whole = Gazetteer.English.OfPhrase(string.Join(' ', sentence.Words[begin..end]));
        bool title = sentence.Words[begin..end].Any(w => char.IsUpper(w[0]) && TitleInside.Contains(w));
        if (kind == "ORG" && (whole & (Known.State | Known.Capital | Known.Region | Known.City)) != Known.Nothing && (whole & Known.Organisation) == Known.Nothing) sentence.Labels[begin] = "B-LOC";
        else if (kind == "LOC" && (whole & Known.Organisation) != Known.Nothing && (whole & (Known.State | Known.Capital | Known.Region | Known.City)) == Known.Nothing) Relabel("ORG");
        else if ((whole & Known.Demonym) != Known.Nothing || (end - begin == 1 && NotNames.Contains(sentence.Words[begin])) || (kind == "ORG" && title)) Relabel(null);
        else return;
        if (sentence.Labels[begin] == "B-LOC") Relabel("LOC");

        void Relabel(string? to)
        {
            for (int i = begin; i < end; i++) sentence.Labels[i] = to is null ? "O" : (i == begin ? "B-" : "I-") + to;
        }
    }

    private static readonly HashSet<string> NotNames = ["Muslim", "Muslims", "Christian", "Christians", "Jewish", "Jews", "Islamic", "Western", "Arab", "Arabs", "Shi'ite", "Shi'ites", "Sunni", "Sunnis", "Catholic", "Catholics", "Islam", "Hindu", "Buddhist", "Latin", "Internet"];
    private static readonly HashSet<string> TitleInside = ["Minister", "Secretary", "President", "Speaker", "Ambassador", "Congressman", "Senator", "Deputy", "Spokesman", "Foreign"];

    private static bool IsTitle(string word) => !char.IsUpper(word[0]) || word == "State" || word == "Foreign" || word == "Defense" || word == "Interior" || (Gazetteer.English.OfPhrase(word) & Known.Honorific) != Known.Nothing;

    // Comma-separated with quotation marks around cells that need them.
    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        System.Text.StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[++i]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(c);
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
