using Rapporteur.Bench.Reading;
using Rapporteur.Bench.Storage;

return args switch
{
    ["storage", .. string[] rest] => await StorageBench.RunAsync(rest),
    ["reading", .. string[] rest] => await ReadingBench.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Rapporteur.Bench storage [APPEARANCES] | reading FOLDER [JOBS]");
    return 2;
}
