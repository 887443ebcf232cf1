using Rapporteur.Bench.Storage;

return args switch
{
    ["storage", .. string[] rest] => await StorageBench.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Rapporteur.Bench storage [APPEARANCES]");
    return 2;
}
