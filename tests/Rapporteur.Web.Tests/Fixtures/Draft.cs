using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Web.Tests.Fixtures;

/// <summary>An article being written for a test, with what is said in it pointed out by its words.</summary>
public sealed class Draft(Article article)
{
    private readonly List<Attribution> _attributions = [];

    /// <summary>The article written.</summary>
    public Article Article { get; } = article;

    /// <summary>Begins an article whose first block is its headline.</summary>
    public static Draft Of(string outlet, string url, string published, string title, params (BlockKind Kind, string Text)[] blocks)
    {
        (string text, IReadOnlyList<ArticleBlock> placed) = Article.Join([(BlockKind.Title, title), .. blocks]);
        return new Draft(new Article
        {
            Url = url, Location = url, Outlet = outlet, Title = title, Published = PressTime.Parse(published), Language = "en", Text = text, Blocks = placed,
        });
    }

    /// <summary>Points out an attribution: the first place where each of the words stands, the cue and source near the content first.</summary>
    public Draft Says(string? source, string? cue, string content, AttributionForm form, string? speaker, Func<Attribution, Attribution>? more = null)
    {
        TextSpan words = Find(content, 0);
        int from = Math.Max(0, Article.Text.LastIndexOf('\n', words.Start));
        Attribution attribution = new()
        {
            Source = source is null ? [] : [Find(source, from)],
            Cue = cue is null ? [] : [Find(cue, from)],
            Content = [words], Form = form, Speaker = speaker, FoundBy = "test",
        };
        _attributions.Add(more is null ? attribution : more(attribution));
        return this;
    }

    /// <summary>The finished record.</summary>
    public ArticleRecord Record() => new(
        Article, new StatementMatcher().Match(Article, new AnnotatedText { Text = Article.Text, Attributions = _attributions }), Analysed: true);

    /// <summary>The same article with other facts.</summary>
    public Draft With(Func<Article, Article> change)
    {
        Draft changed = new(change(Article));
        changed._attributions.AddRange(_attributions);
        return changed;
    }

    private TextSpan Find(string words, int from)
    {
        int at = Article.Text.IndexOf(words, from, StringComparison.Ordinal);
        return at >= 0 ? new TextSpan(at, at + words.Length) : throw new ArgumentException($"\"{words}\" does not stand in the draft.", nameof(words));
    }
}
