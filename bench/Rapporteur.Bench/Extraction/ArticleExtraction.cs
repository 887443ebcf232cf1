using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Rapporteur.Extraction;
using Rapporteur.Reading;

namespace Rapporteur.Bench.Extraction;

/// <summary>How many pages one CPU second turns into articles: <c>articles ../shared/…/html 5</c>.</summary>
/// <remarks>User CPU time of the process, so that a busy machine does not change the figure. Files are read and unpacked before.</remarks>
internal static class ArticleExtraction
{
    public static int Run(string[] args)
    {
        if (args.Length == 0 || !Directory.Exists(args[0]))
        {
            Console.Error.WriteLine("articles needs a folder of .html.gz files");
            return 2;
        }

        Page[] pages = [.. Directory.GetFiles(args[0], "*.html.gz").Order(StringComparer.Ordinal).Select(Load)];
        int rounds = args.Length > 1 ? int.Parse(args[1]) : 3;
        ArticleExtractor extractor = new();
        // Two rounds for the compiler.
        for (int i = 0; i < 2; i++) Round(extractor, pages);
        Process process = Process.GetCurrentProcess();
        TimeSpan before = process.UserProcessorTime;
        for (int i = 0; i < rounds; i++) Round(extractor, pages);
        process.Refresh();
        double seconds = (process.UserProcessorTime - before).TotalSeconds;
        Console.WriteLine($"{pages.Length} pages, {pages.Sum(p => (long)p.Content.Length) / 1_000_000.0:F1} million characters, {rounds} rounds: {pages.Length * rounds / seconds:F1} pages per user CPU second");
        return 0;
    }

    private static void Round(ArticleExtractor extractor, Page[] pages)
    {
        foreach (Page page in pages) extractor.Extract(page);
    }

    private static Page Load(string path)
    {
        using GZipStream unpacked = new(File.OpenRead(path), CompressionMode.Decompress);
        using StreamReader reader = new(unpacked, Encoding.UTF8);
        return new Page(path, PageKind.Html, reader.ReadToEnd());
    }
}
