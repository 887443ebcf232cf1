using Rapporteur.Text.Encoders;

namespace Rapporteur.Text.Stances.Encoder;

/// <summary>One statement as the encoder reads it: the pieces of its source, cue and content, and of what the rules read, each closed by a separator.</summary>
internal sealed class StatementPieces
{
    // More than nearly all statements have.
    private const int MostOfSource = 16, MostOfCue = 14, MostOfContent = 60;

    private StatementPieces(int[] numbers, StatementPart[] parts) => (Numbers, Parts) = (numbers, parts);

    /// <summary>What a piece belongs to.</summary>
    internal enum StatementPart : byte
    {
        /// <summary>The opening, the separators, and what the rules read.</summary>
        None = 0,

        /// <summary>The source.</summary>
        Source = 1,

        /// <summary>The cue.</summary>
        Cue = 2,

        /// <summary>The content.</summary>
        Content = 3,
    }

    /// <summary>Numbers of the pieces; the opening first.</summary>
    public int[] Numbers { get; }

    /// <summary>What each piece belongs to.</summary>
    public StatementPart[] Parts { get; }

    /// <summary>Reads a statement.</summary>
    /// <param name="vocabulary">How words are cut into pieces.</param>
    /// <param name="text">The text it stands in.</param>
    /// <param name="attribution">The statement.</param>
    /// <param name="read">The stance that the rules read, as its label is written ("leaves-open", "none").</param>
    public static StatementPieces Of(WordPieceVocabulary vocabulary, string text, Attribution attribution, string read)
    {
        List<int> numbers = [vocabulary.Opening];
        List<StatementPart> parts = [StatementPart.None];
        Add(attribution.Source.Select(span => span.In(text)), StatementPart.Source, MostOfSource);
        Add(attribution.Cue.Select(span => span.In(text)), StatementPart.Cue, MostOfCue);
        Add(attribution.Content.Select(span => span.In(text)), StatementPart.Content, MostOfContent);
        Add([read.Replace('-', ' ')], StatementPart.None, int.MaxValue);
        return new StatementPieces([.. numbers], [.. parts]);

        void Add(IEnumerable<string> stretches, StatementPart part, int most)
        {
            int first = numbers.Count;
            foreach (string word in stretches.SelectMany(stretch => stretch.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            {
                if (numbers.Count - first >= most) break;
                vocabulary.Cut(word, numbers);
            }

            if (numbers.Count - first > most) numbers.RemoveRange(first + most, numbers.Count - first - most);
            while (parts.Count < numbers.Count) parts.Add(part);
            numbers.Add(vocabulary.Separator);
            parts.Add(StatementPart.None);
        }
    }
}
