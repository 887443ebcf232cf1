using Rapporteur.Text;
using Rapporteur.Text.Coreference;

namespace Rapporteur.Train.Names;

/// <summary>One example of GAP: a text, a pronoun, two names, and whether the pronoun means them.</summary>
internal sealed record GapExample(AnnotatedText Text, int Pronoun, char Gender, TextSpan A, bool IsA, TextSpan B, bool IsB)
{
    /// <summary>True when a person of the cast is the one the pronoun means.</summary>
    public bool IsAntecedent(TextReading reading, CastMember member) => (IsA && Stands(reading, member, A)) || (IsB && Stands(reading, member, B));

    /// <summary>True when the person is named at the span.</summary>
    public static bool Stands(TextReading reading, CastMember member, TextSpan at) =>
        member.Mentions.Exists(m => m.IsName && reading.Span(m.First, m.End).Overlaps(at));
}

/// <summary>Reads GAP (Webster and others 2018): ambiguous pronouns from Wikipedia.</summary>
internal static class GapCorpus
{
    public static List<GapExample> Read(string path, TextAnalyser analyser, int every = 1)
    {
        List<GapExample> examples = [];
        int line = 0;
        foreach (string row in File.ReadLines(path).Skip(1))
        {
            if (line++ % every != 0) continue;
            string[] cells = row.Split('\t');
            string text = cells[1];
            // Offsets count code points; texts with characters beyond the basic plane are few and left out.
            if (text.Any(char.IsSurrogate)) continue;
            AnnotatedText annotated = analyser.Annotate(text);
            int start = int.Parse(cells[3]), pronoun = -1;
            for (int i = 0; i < annotated.Tokens.Count && pronoun < 0; i++)
            {
                if (annotated.Tokens[i].Span.Start == start) pronoun = i;
            }

            if (pronoun < 0) continue;
            char gender = char.ToLowerInvariant(cells[2][0]) == 's' || cells[2].StartsWith("her", StringComparison.OrdinalIgnoreCase) ? 'f' : 'm';
            examples.Add(new GapExample(annotated, pronoun, gender, At(cells[5], cells[4]), cells[6] == "TRUE", At(cells[8], cells[7]), cells[9] == "TRUE"));
        }

        return examples;
    }

    private static TextSpan At(string offset, string name) => new(int.Parse(offset), int.Parse(offset) + name.Length);
}
