using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Storage.Dossiers;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Cli.Commands;

/// <summary><c>export dossier</c> and <c>import</c>: a whole dossier as one file.</summary>
internal static class DossierCommands
{
    public static Command Export(Terminal terminal, TimeProvider clock)
    {
        Argument<string> file = new("FILE") { Description = "The file to write; it must not be there" };
        Option<string> database = CommonOptions.Database();
        Command command = new("dossier",
            """
            Writes the whole dossier into one file that another installation opens with rapporteur import: articles
            with all versions, statements, judgements, and the issues of issues.yaml. Passwords and tokens stay here.

            Example: rapporteur export dossier talks.dossier --db talks.db
            """) { file, database };
        command.SetAction(async (parse, cancel) =>
        {
            string dossier = parse.GetValue(database)!, target = parse.GetValue(file)!;
            if (!File.Exists(dossier)) throw new UsersProblem($"{dossier}: there is no such dossier. Make one with: rapporteur read ARTICLES --db {dossier}");
            await using SqliteRecordStore record = await SqliteRecordStore.OpenAsync(dossier, clock, readOnly: true, cancel);
            string issues = IssueFile.Path(null, dossier);
            DossierManifest packed = await DossierFile.PackAsync(record, File.Exists(issues) ? issues : null, target, cancel);
            terminal.Line($"{target}: {Told(packed)}");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Import(Terminal terminal, TimeProvider clock)
    {
        Argument<string> file = new("FILE") { Description = "A file that rapporteur export dossier has written" };
        Option<string> database = CommonOptions.Database();
        Command command = new("import",
            """
            Opens a dossier file as a new dossier, with the same identities, statements and judgements. It is looked
            through first: a file that is damaged, or newer than this program, is refused, and nothing is left of it.

            Example: rapporteur import talks.dossier --db talks.db
            """) { file, database };
        command.SetAction(async (parse, cancel) =>
        {
            string dossier = parse.GetValue(database)!;
            string issues = IssueFile.Path(null, dossier);
            bool hadIssues = File.Exists(issues);
            DossierManifest opened = await DossierFile.UnpackAsync(parse.GetValue(file)!, dossier, issues, clock, cancel);
            terminal.Line($"{dossier}: {Told(opened)}");
            if (hadIssues && opened.Parts.Any(part => part.Name == "issues.yaml")) terminal.Say($"{issues} was there already and stays; the issues of the dossier are in {issues}.imported.");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Told(DossierManifest dossier) =>
        $"{RecordPrinter.Count(dossier.Counts.Articles, "article")} in {RecordPrinter.Count(dossier.Counts.Versions, "version")}, {RecordPrinter.Count(dossier.Counts.Statements, "statement")}, {RecordPrinter.Count(dossier.Counts.Appearances, "appearance")}, {RecordPrinter.Count(dossier.Counts.Judgements, "judgement")}";
}
