using System.Globalization;
using System.Text;
using Rapporteur.Text;
using Rapporteur.Text.Encounters;
using Rapporteur.Text.SpeechActs;
using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>One statement whose stance a person marked by reading it.</summary>
/// <param name="Corpus">"dossier", "polnear", "groningen", "written" (dossiers written for learning) or "invented" (single sentences).</param>
/// <param name="Document">Name of the document; in the dossier with its event before it.</param>
/// <param name="Stance">"none" or a stance in small letters.</param>
/// <param name="Figure">True when it is kept for the figure, false when it may be learnt from.</param>
/// <param name="Net">What it was drawn by: "random", the stance whose words were looked for, or "earlier".</param>
/// <param name="Tree">The text, with the marked attribution as its only one.</param>
internal sealed record StanceReference(string Corpus, string Document, string Stance, bool Figure, string Net, EncounterText Tree)
{
    public const string None = StanceDecision.None;

    /// <summary>The event of a document of the dossier; a document of another corpus is its own.</summary>
    public string Event => Corpus == "dossier" ? Document[..Document.IndexOf('/', StringComparison.Ordinal)] : Document;

    /// <summary>The first character of the content, in code points: enough to find the words again.</summary>
    public int Place => Tree.Text.Text[..Tree.Text.Attributions[0].Content[0].Start].EnumerateRunes().Count();

    /// <summary>What the rules alone read.</summary>
    public IReadOnlyList<StanceMark> ByRules() => Rules().Read();

    /// <summary>The rules, which have read nothing yet.</summary>
    public AttributedStances Rules() => new(Tree, 0);

    /// <summary>The main stance among marks: the strongest, then the first.</summary>
    public static string MainOf(IEnumerable<StanceMark> marks) =>
        marks.Where(mark => mark is { HeldBy: null, Doubtful: false }).OrderByDescending(mark => mark.Strength).FirstOrDefault() is { } main ? NameOf(main.Stance) : None;

    public static string NameOf(Stance stance) => StanceDecision.LabelOf(stance);

    /// <summary>Reads references (<c>eval/stance-references.tsv</c>, <c>train/Material/stance-marks.tsv</c>) and the texts that they point into.</summary>
    /// <param name="lines">The references.</param>
    /// <param name="shared">Where the dossier lies.</param>
    /// <param name="polnear">Where PolNeAR lies.</param>
    /// <param name="news">The texts of the Groningen bank, as <c>UnmarkedNews</c> puts them together; null where none is referred to.</param>
    /// <param name="written">Where the dossiers written for learning lie; null where none is referred to.</param>
    public static IReadOnlyList<StanceReference> Read(IEnumerable<string> lines, string shared, string polnear, IReadOnlyList<string>? news = null, string? written = null)
    {
        // Spans and cues are given; only the speaker is taken from what the program finds, and the small network finds him as well.
        TextAnalyser analyser = new(fast: true);
        return [.. lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).GroupBy(cells => (Corpus: cells[0], Document: cells[1]))
            .AsParallel().AsOrdered().SelectMany(document =>
            {
                string words = document.Key.Corpus switch
                {
                    "written" => File.ReadAllText(Path.Combine(written!, document.Key.Document + ".txt")),
                    "dossier" => File.ReadAllText(Path.Combine(shared, "dossier", document.Key.Document + ".txt")),
                    "groningen" => news![int.Parse(document.Key.Document, CultureInfo.InvariantCulture)],
                    _ => File.ReadAllText(Path.Combine(polnear, "train", "text", document.Key.Document + ".txt")),
                };
                AnnotatedText text = analyser.Attributed(words);
                return document.Select(cells => new StanceReference(cells[0], cells[1], cells[5], cells[7] == "figure", cells.Length > 8 ? cells[8] : "", Marked(text, cells))).ToArray();
            })];
    }

    /// <summary>Where the marks that only learning reads lie in the repository.</summary>
    public static readonly string More = Path.Combine("train", "Material", "stance-marks.tsv");

    /// <summary>Where the dossiers written for learning lie in the repository, and what is marked of the statements that the program finds in them.</summary>
    public static readonly string Dossiers = Path.Combine("train", "Material", "dossiers"), InDossiers = Path.Combine(Dossiers, "statements.tsv");

    /// <summary>Where the statements written for learning lie in the repository.</summary>
    public static readonly string Folder = Path.Combine("train", "Material", "stances");

    /// <summary>The statements written for learning, in ordinal order of their files, with {source}, [cue] and &lt;content&gt; marked in each sentence.</summary>
    public static IReadOnlyList<StanceReference> Invented(string folder)
    {
        TextAnalyser analyser = new(fast: true);
        return [.. Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(file => File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#')
            .Select((line, i) => (Cells: line.Split('\t'), Name: $"{Path.GetFileNameWithoutExtension(file)}-{i + 1}"))).AsParallel().AsOrdered().Select(one =>
            {
                (string sentence, List<TextSpan> source, List<TextSpan> cue, List<TextSpan> content) = Unmarked(one.Cells[1]);
                return new StanceReference("invented", one.Name, one.Cells[0], false, "", TreeOf(analyser.Attributed(sentence), content, cue, source));
            })];
    }

    private static (string Sentence, List<TextSpan> Source, List<TextSpan> Cue, List<TextSpan> Content) Unmarked(string marked)
    {
        StringBuilder sentence = new();
        List<TextSpan> source = [], cue = [], content = [];
        int begun = 0;
        foreach (char character in marked)
        {
            if (character is '{' or '[' or '<') begun = sentence.Length;
            else if (character is '}' or ']' or '>') (character switch { '}' => source, ']' => cue, _ => content }).Add(new TextSpan(begun, sentence.Length));
            else sentence.Append(character);
        }

        return (sentence.ToString(), source, cue, content);
    }

    private static EncounterText Marked(AnnotatedText text, string[] cells) => TreeOf(text, Spans(text.Text, cells[2]), Spans(text.Text, cells[3]), Spans(text.Text, cells[4]));

    private static EncounterText TreeOf(AnnotatedText text, List<TextSpan> content, List<TextSpan> cue, List<TextSpan> source) =>
        new(text with { Attributions = SpeechActReader.Read(text, [AttributionOf(text, content, cue, source)]) });

    /// <summary>The attribution that a reference points at, in its text.</summary>
    /// <param name="text">The text, as the program reads it.</param>
    /// <param name="cells">The reference.</param>
    public static Attribution AttributionOf(AnnotatedText text, string[] cells) => AttributionOf(text, Spans(text.Text, cells[2]), Spans(text.Text, cells[3]), Spans(text.Text, cells[4]));

    private static Attribution AttributionOf(AnnotatedText text, List<TextSpan> content, List<TextSpan> cue, List<TextSpan> source)
    {
        Attribution? own = text.Attributions.FirstOrDefault(attribution => attribution.Source.Any(span => source.Any(other => other.Start < span.End && span.Start < other.End)));
        return new Attribution
        {
            Content = content,
            Cue = cue,
            Source = source,
            Form = FormOf(text.Text, content),
            Speaker = own?.Speaker ?? text.Entities.FirstOrDefault(entity => source.Any(span => span.Contains(entity.Span)))?.Actor,
            OnBehalfOf = own?.OnBehalfOf,
        };
    }

    // Marks outside or at the edges of the content: direct; within it: mixed.
    private static AttributionForm FormOf(string text, List<TextSpan> content)
    {
        TextSpan first = content[0], last = content[^1];
        if (Quote(text, first.Start) || Quote(text, first.Start - 1)) return Quote(text, last.End) || Quote(text, last.End - 1) ? AttributionForm.Direct : AttributionForm.Mixed;
        return content.Exists(span => span.In(text).Any(character => character is '"' or '“' or '”')) ? AttributionForm.Mixed : AttributionForm.Indirect;
    }

    private static bool Quote(string text, int at) => at >= 0 && at < text.Length && text[at] is '"' or '“' or '”' or '‘' or '’' or '\'';

    private static List<TextSpan> Spans(string text, string cell) => cell == "-" ? [] : [.. cell.Split(';').Select(span => span.Split('-'))
        .Select(ends => new TextSpan(Unit(text, int.Parse(ends[0], CultureInfo.InvariantCulture)), Unit(text, int.Parse(ends[1], CultureInfo.InvariantCulture))))];

    // References count code points.
    private static int Unit(string text, int codePoint)
    {
        int unit = 0;
        for (int seen = 0; seen < codePoint && unit < text.Length; seen++) unit += char.IsSurrogatePair(text, unit) ? 2 : 1;
        return unit;
    }
}
