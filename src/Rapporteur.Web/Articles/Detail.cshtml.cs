using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Text;
using Rapporteur.Web.Marking;

namespace Rapporteur.Web.Articles;

/// <summary>One article: its text with the marks, its facts, its versions.</summary>
internal sealed class DetailModel(IRecordQueries record) : PageModel
{
    /// <summary>Sentences shown of one article that shares text: with ten articles about 40 KB.</summary>
    public const int MostSentences = 6;

    private const int MostReuses = 10;

    public ArticleDetail Detail { get; private set; } = null!;

    public ArticleVersion Version { get; private set; } = null!;

    /// <summary>The pieces shown, in text order.</summary>
    public IReadOnlyList<BlockPiece> Pieces { get; private set; } = [];

    /// <summary>Number of the part shown, from 1, and of how many.</summary>
    public (int Number, int Of) Part { get; private set; }

    public MarkedText Marked { get; private set; } = null!;

    /// <summary>The appearances that begin in this part, with their numbers.</summary>
    public IReadOnlyList<(int Number, AppearanceRow Appearance)> Listed { get; private set; } = [];

    /// <summary>The appearance the reader came for; null when none.</summary>
    public string? Here { get; private set; }

    /// <summary>The articles that share text with the current version; none when another version is shown.</summary>
    public IReadOnlyList<TextReuse> Reuses { get; private set; } = [];

    /// <summary>Those of them that are shown.</summary>
    public IEnumerable<TextReuse> ShownReuses => Reuses.Take(MostReuses);

    /// <summary>Its story, or null.</summary>
    public StorySummary? Story { get; private set; }

    public bool IsCurrent => Version.Number == Detail.Versions[^1].Number;

    public async Task<IActionResult> OnGetAsync(string id, string? version, string? part, string? at, CancellationToken cancel)
    {
        if (await record.ArticleAsync(id, cancel) is not { Versions.Count: > 0 } found) return NotFound();
        Detail = found;
        int wanted = version is null ? found.Versions[^1].Number : NumberOf(version);
        if (found.Versions.FirstOrDefault(candidate => candidate.Number == wanted) is not { } shown) return NotFound();
        Version = shown;
        Here = at;
        if (!Choose(part)) return NotFound();
        if (IsCurrent) Reuses = await record.ReuseAsync(id, cancel);
        Story = await record.StoryOfArticleAsync(id, cancel);
        return Page();
    }

    /// <summary>The address of a version, or of a part of it.</summary>
    public string Address(int version, int part = 1) => Links.With(
        Links.Article(Detail.Summary.Article.Id),
        ("version", version == Detail.Versions[^1].Number ? null : $"{version}"), ("part", part == 1 ? null : $"{part}"));

    private bool Choose(string? part)
    {
        IReadOnlyList<IReadOnlyList<BlockPiece>> parts = ArticleParts.Of(Version.Article);
        IReadOnlyList<AppearanceRow> appearances = Version.Appearances;
        int number = part is not null ? NumberOf(part) : PartWith(appearances.FirstOrDefault(appearance => appearance.Id == Here), parts);
        if (number < 1 || number > parts.Count) return false;

        Pieces = parts[number - 1];
        Part = (number, parts.Count);
        Listed =
        [
            .. appearances.Select((appearance, i) => (Number: i + 1, Appearance: appearance))
                .Where(numbered => Pieces.Any(piece => piece.Span.Contains(FirstOf(numbered.Appearance)))),
        ];
        Marked = new MarkedText(Version.Article.Text, [.. appearances.SelectMany(Mark.Of), .. NamedInText.Of(Version.Article, appearances)])
        {
            Anchors = true,
            Here = Here,
            References = Listed.ToDictionary(
                numbered => numbered.Appearance.Id,
                numbered => new StatementReference(
                    numbered.Number, numbered.Appearance.StatementId,
                    $"Statement {numbered.Number}, {numbered.Appearance.Speaker?.Name ?? "speaker not identified"}"),
                StringComparer.Ordinal),
        };
        return true;
    }

    private static int PartWith(AppearanceRow? appearance, IReadOnlyList<IReadOnlyList<BlockPiece>> parts)
    {
        if (appearance is null) return 1;
        int first = FirstOf(appearance);
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i].Any(piece => piece.Span.Contains(first))) return i + 1;
        }

        return 1;
    }

    private static int FirstOf(AppearanceRow appearance) => Mark.Of(appearance).Min(mark => mark.Span.Start);

    private static int NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
