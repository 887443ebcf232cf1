using System.Text.RegularExpressions;
using Rapporteur.Text.Entities;

namespace Rapporteur.Train.Names;

/// <summary>Reads GUM's entities and keeps those that are names: every word a proper noun, or "of", "and", "the" between them.</summary>
internal static partial class GumNames
{
    /// <summary>One document.</summary>
    public static LabelledDocument Read(TextReader reader)
    {
        List<LabelledSentence> sentences = [];
        List<string> words = [], tags = [];
        List<(int First, int End, string Type)> entities = [];
        Stack<(string Id, string Type, int First)> open = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                if (words.Count > 0) sentences.Add(new LabelledSentence(words, Labels(words, tags, entities)));
                (words, tags, entities, open) = ([], [], [], []);
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells.Length < 10 || !int.TryParse(cells[0], out _)) continue;
            words.Add(cells[1]);
            tags.Add(cells[4]);
            Match entity = EntityField().Match(cells[9]);
            if (!entity.Success) continue;
            foreach (Match bracket in Bracket().Matches(entity.Groups["value"].Value)) ReadBracket(bracket.Value, words.Count, open, entities);
        }

        if (words.Count > 0) sentences.Add(new LabelledSentence(words, Labels(words, tags, entities)));
        return new LabelledDocument(sentences, isTarget: false);
    }

    // "(3-person-…" opens, "3)" closes, "(3-person-…)" is one word.
    private static void ReadBracket(string bracket, int count, Stack<(string Id, string Type, int First)> open, List<(int, int, string)> entities)
    {
        if (bracket[0] == '(')
        {
            string[] parts = bracket[1..].TrimEnd(')').Split('-');
            if (parts.Length < 2) return;
            if (bracket[^1] == ')') entities.Add((count - 1, count, parts[1]));
            else open.Push((parts[0], parts[1], count - 1));
            return;
        }

        if (open.TryPop(out (string Id, string Type, int First) last)) entities.Add((last.First, count, last.Type));
    }

    private static List<string> Labels(List<string> words, List<string> tags, List<(int First, int End, string Type)> entities)
    {
        string[] labels = [.. words.Select(_ => "O")];
        // The longest name first: "University of Lisbon" hides "Lisbon".
        foreach ((int from, int to, string type) in entities.OrderByDescending(e => e.End - e.First))
        {
            int first = from, end = to;
            while (first < end && (tags[first] is "DT" or "PRP$" or "JJ" or "CD" || words[first] == ",")) first++;
            if (end - first > 1 && tags[end - 1] == "POS") end--;
            string? kind = type switch { "person" => "PER", "organization" => "ORG", "place" => "LOC", _ => null };
            if (kind == "PER") while (first + 1 < end && (Gazetteer.English.OfPhrase(words[first]) & Known.Honorific) != Known.Nothing) first++;
            if (kind is null || first >= end || !IsName(words, tags, first, end) || labels[first..end].Any(l => l != "O")) continue;
            Known known = Gazetteer.English.OfPhrase(string.Join(' ', words[first..end]));
            if ((known & Known.Demonym) != Known.Nothing) continue;
            if (kind == "ORG" && (known & (Known.State | Known.Region)) != Known.Nothing) kind = "LOC";
            for (int i = first; i < end; i++) labels[i] = (i == first ? "B-" : "I-") + kind;
        }

        return [.. labels];
    }

    private static bool IsName(List<string> words, List<string> tags, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            bool proper = tags[i] is "NNP" or "NNPS";
            bool between = i > first && i + 1 < end && (tags[i] is "IN" or "CC" or "DT" or "HYPH" or "POS" or "CD" || words[i] == ".");
            if (!proper && !between) return false;
        }

        return true;
    }

    [GeneratedRegex(@"(^|\|)Entity=(?<value>[^|]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EntityField();

    [GeneratedRegex(@"\([^()]*\)?|[^()]+\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracket();
}
