using System.CommandLine;
using Rapporteur.Train;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Languages;
using Rapporteur.Train.Names;
using Rapporteur.Train.Syntax;
using Rapporteur.Train.Syntax.Network;

// Every model that can be made again. A new one is added here and nowhere else.
ITraining[] trainings =
[
    new TokensTraining(),
    new SentencesTraining(),
    new LemmasTraining(),
    new WordsTraining(),
    new VectorsTraining(),
    new SyntaxNetworkTraining(),
    new NameTraining(),
    new Rapporteur.Train.Meanings.MeaningTraining(),
    new Rapporteur.Train.Matching.MatchingTraining(),
    new NetworkTraining(),
    new LanguagesTraining(),
    new Rapporteur.Train.Stances.StanceTraining(),
    new Rapporteur.Train.Positions.IssueTraining(),
];

Argument<string[]> names = new("MODEL") { Description = $"What to train: all, or any of {string.Join(", ", trainings.Select(t => t.Name))}", Arity = ArgumentArity.OneOrMore };
Option<string> corpora = new("--corpora") { Description = "Folder with the unpacked corpora", DefaultValueFactory = _ => "data/corpora" };
Option<string> models = new("--models") { Description = "Folder to write the models to", DefaultValueFactory = _ => "models" };
Option<string> shared = new("--shared") { Description = "Folder with the dossier of marked events", DefaultValueFactory = _ => "../shared" };
Option<double> share = new("--share") { Description = "Share of the training documents to use", DefaultValueFactory = _ => 1.0 };
Option<int> seed = new("--seed") { Description = "Seed of every random choice", DefaultValueFactory = _ => 1 };
RootCommand root = new("Makes Rapporteur's models from the corpora.") { names, corpora, models, shared, share, seed };
root.SetAction(parse =>
{
    string[] wanted = parse.GetValue(names)!;
    string[] unknown = [.. wanted.Where(w => w != "all" && trainings.All(t => t.Name != w))];
    if (unknown.Length > 0)
    {
        Console.Error.WriteLine($"No model is called {string.Join(", ", unknown)}. There are: {string.Join(", ", trainings.Select(t => t.Name))}.");
        return 2;
    }

    TrainingContext context = new(parse.GetValue(corpora)!, parse.GetValue(models)!, parse.GetValue(share), parse.GetValue(seed), Console.Out) { Shared = parse.GetValue(shared)! };
    foreach (ITraining training in trainings.Where(t => wanted.Contains("all") || wanted.Contains(t.Name))) training.Run(context);
    return 0;
});
return root.Parse(args).Invoke();
