using System.CommandLine;
using System.Globalization;
using Rapporteur.Eval;

// Every figure we keep. A new one is added here and nowhere else.
IEvaluation[] evaluations =
[
    new Rapporteur.Eval.Syntax.SyntaxEvaluation(),
    new Rapporteur.Eval.Attributions.AttributionEvaluation(),
    new Rapporteur.Eval.Attributions.StatementEvaluation(),
    new Rapporteur.Eval.Attributions.ActEvaluation(),
    new Rapporteur.Eval.Positions.StanceEvaluation(),
    new Rapporteur.Eval.Positions.PositionEvaluation(),
    new Rapporteur.Eval.Positions.TaughtPositionEvaluation(),
    new Rapporteur.Eval.Matching.MatchingEvaluation(),
    new Rapporteur.Eval.Encounters.EncounterEvaluation(),
    new Rapporteur.Eval.Matching.ChangesEvaluation(),
    new Rapporteur.Eval.Reuse.ReuseEvaluation(),
    new Rapporteur.Eval.Stories.StoriesEvaluation(),
    new Rapporteur.Eval.Languages.LanguageEvaluation(),
    new Rapporteur.Eval.Times.TimesEvaluation(),
    new Rapporteur.Eval.Articles.ArticleEvaluation(),
    new Rapporteur.Eval.Names.NamesEvaluation(),
    new Rapporteur.Eval.Times.CalendarCases(),
    new Rapporteur.Eval.Times.CalendarParserCases(),
];

Argument<string[]> names = new("PART") { Description = $"What to measure: all, or any of {string.Join(", ", evaluations.Select(e => e.Name))}", Arity = ArgumentArity.OneOrMore };
Option<string> corpora = new("--corpora") { Description = "Folder with the unpacked corpora", DefaultValueFactory = _ => "data/corpora" };
Option<string> shared = new("--shared") { Description = "Folder with dossier, seeds and tools", DefaultValueFactory = _ => "../shared" };
Option<string> floors = new("--floors") { Description = "File of floors: key, tab, least value", DefaultValueFactory = _ => "eval/floors.tsv" };
Option<bool> trace = new("--trace") { Description = "Write every wrong answer to stderr, one a line" };
RootCommand root = new("Measures Rapporteur's quality and holds it against its floors.") { names, corpora, shared, floors, trace };
root.SetAction(parse =>
{
    string[] wanted = parse.GetValue(names)!;
    Dictionary<string, double> least = File.ReadLines(parse.GetValue(floors)!)
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));
    EvaluationContext context = new(parse.GetValue(corpora)!, parse.GetValue(shared)!, parse.GetValue(trace) ? Console.Error : null);
    int below = 0;
    foreach (IEvaluation evaluation in evaluations.Where(e => wanted.Contains("all") || wanted.Contains(e.Name)))
    {
        foreach (Score score in evaluation.Run(context))
        {
            double? floor = least.TryGetValue(score.Key, out double f) ? f : null;
            bool fell = score.Value < floor;
            if (fell) below++;
            Console.WriteLine($"{score.Key,-48} {score.Value,8:F1}  target {score.Target?.ToString("F1", CultureInfo.InvariantCulture) ?? "–",6}  floor {floor?.ToString("F1", CultureInfo.InvariantCulture) ?? "–",6}{(fell ? "  BELOW ITS FLOOR" : "")}");
        }
    }

    if (below > 0) Console.Error.WriteLine($"{below} figures fell below their floors (eval/floors.tsv). Raise the figure, or lower the floor with its reason in CHANGELOG.md.");
    return below > 0 ? 1 : 0;
});
return root.Parse(args).Invoke();
