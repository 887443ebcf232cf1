using System.Text.Json.Nodes;
using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Web.Tests.Fixtures;

/// <summary>The texts of the sample dossier's first two events as the program itself analyses them.</summary>
public static class SampleArticles
{
    /// <summary>The analysis that a new reading makes too.</summary>
    public static ArticleAnalysis Analysis { get; } = new(new TextAnalyser(fast: true), new StatementMatcher());

    /// <summary>The articles, by name.</summary>
    public static IEnumerable<ArticleRecord> Analysed()
    {
        foreach (string file in new[] { "S1", "S2" }.SelectMany(part => Directory.GetFiles(Path.Combine(Root(), "samples", part), "*.txt")).Order(StringComparer.Ordinal))
        {
            JsonNode sidecar = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")))!;
            yield return Analysis.Of(new Article
            {
                Location = file, Text = File.ReadAllText(file).ReplaceLineEndings("\n\n"), Url = (string?)sidecar["url"], Outlet = (string?)sidecar["outlet"], Title = (string?)sidecar["title"],
                Published = PressTime.Parse((string?)sidecar["published"]), Language = (string?)sidecar["language"],
            });
        }
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rapporteur.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No solution above {AppContext.BaseDirectory}.");
    }
}
