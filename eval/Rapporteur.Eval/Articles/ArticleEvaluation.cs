using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Rapporteur.Extraction;
using Rapporteur.Reading;

namespace Rapporteur.Eval.Articles;

/// <summary>Article bodies on the development half of the article-extraction benchmark.</summary>
/// <remarks>
/// The benchmark's own measure: bags of four-word shingles, precision and recall per page, averaged over pages, then F1.
/// The headline is not part of its bodies, so <see cref="Article.Body"/> is measured.
/// </remarks>
public sealed class ArticleEvaluation : IEvaluation
{
    /// <inheritdoc/>
    public string Name => "articles";

    /// <inheritdoc/>
    public IEnumerable<Score> Run(EvaluationContext context)
    {
        string folder = Path.Combine(context.Corpora, "article-extraction-dev");
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json")));
        ArticleExtractor extractor = new();
        double precision = 0, recall = 0;
        int exact = 0, pages = 0;
        foreach (JsonProperty page in truth.RootElement.EnumerateObject())
        {
            string path = Path.Combine(folder, "html", page.Name + ".html.gz");
            Article article = extractor.Extract(new Page(path, PageKind.Html, Load(path)));
            PageScore score = PageScore.Of(page.Value.GetProperty("articleBody").GetString() ?? "", article.Body);
            precision += score.Precision;
            recall += score.Recall;
            if (score.Exact) exact++;
            pages++;
        }

        precision /= pages;
        recall /= pages;
        yield return new Score("articles/article-extraction-dev/precision", 100 * precision);
        yield return new Score("articles/article-extraction-dev/recall", 100 * recall);
        yield return new Score("articles/article-extraction-dev/f1", 100 * 2 * precision * recall / (precision + recall), 97.0);
        yield return new Score("articles/article-extraction-dev/exact", 100.0 * exact / pages, 33.0);
    }

    private static string Load(string path)
    {
        using GZipStream unpacked = new(File.OpenRead(path), CompressionMode.Decompress);
        using StreamReader reader = new(unpacked, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
