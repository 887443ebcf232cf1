using Rapporteur.Matching.Changes;
using Rapporteur.Querying;

namespace Rapporteur.Exporting;

/// <summary>One wording of a statement in an exported line.</summary>
/// <param name="Kind">verbatim, paraphrase, shortened, softened, sharpened or meaning_changed, held against the wording that leads.</param>
/// <param name="Changed">What changed the meaning: negation, number, actor, marks_lost, marks_moved.</param>
/// <param name="Content">The words.</param>
/// <param name="Appearances">Identities of the appearances that have it.</param>
/// <param name="Words">The words side by side.</param>
/// <param name="Strengths">The words that made it softer or sharper.</param>
public sealed record WordingInLine(
    string Kind, IReadOnlyList<string> Changed, string Content, IReadOnlyList<string> Appearances, IReadOnlyList<RunInLine> Words, IReadOnlyList<StrengthShift> Strengths)
{
    /// <summary>The wordings of a statement, by kind.</summary>
    public static IReadOnlyList<WordingInLine> Of(StatementHistory history) =>
    [
        .. history.Groups.SelectMany(group => group.Variants).Select(variant => new WordingInLine(
            Name(variant.Change.Kind), [.. variant.Change.Meanings.Select(meaning => Name(meaning))], variant.Reports[0].Content,
            [.. variant.Reports.Select(report => report.Id)], [.. variant.Change.Runs.Select(run => new RunInLine(Name(run.Kind), run.Before, run.After))], variant.Change.Strengths)),
    ];

    private static string Name<T>(T value)
        where T : struct, Enum => ExportJson.Line.PropertyNamingPolicy!.ConvertName(value.ToString());
}

/// <summary>Words in a row with what became of them.</summary>
/// <param name="Kind">kept, dropped, added, replaced, moved_away or moved_here.</param>
/// <param name="Before">As the wording that leads has them.</param>
/// <param name="After">As this one has them.</param>
public sealed record RunInLine(string Kind, string Before, string After);
