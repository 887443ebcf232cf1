using Rapporteur.Bench.Reading;
using Rapporteur.Bench.Extraction;
using Rapporteur.Bench.Storage;
using Rapporteur.Bench.Text;

return args switch
{
    ["storage", .. string[] rest] => await StorageBench.RunAsync(rest),
    ["matching", .. string[] rest] => await Rapporteur.Bench.Matching.MatchingBench.RunAsync(rest),
    ["pages", .. string[] rest] => await Rapporteur.Bench.Web.PagesBench.RunAsync(rest),
    ["reading", .. string[] rest] => await ReadingBench.RunAsync(rest),
    ["articles", .. string[] rest] => ArticleExtraction.Run(rest),
    ["text", ..] => TextBench.Run(),
    ["first", ..] => FirstAnnotation.Run(),
    ["first-once", ..] => FirstAnnotation.Once(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Rapporteur.Bench storage [APPEARANCES] | reading FOLDER [JOBS]");
    Console.Error.WriteLine("       Rapporteur.Bench pages [STATEMENTS] [FILE]   (100000 unless said otherwise; FILE keeps the record for the next time)");
    Console.Error.WriteLine("       Rapporteur.Bench matching [APPEARANCES...]   (10000 unless said otherwise)");
    Console.Error.WriteLine("       Rapporteur.Bench articles FOLDER [ROUNDS]   (FOLDER holds .html.gz pages)");
    Console.Error.WriteLine("       Rapporteur.Bench text | first");
    return 2;
}
