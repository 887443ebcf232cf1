using System.CommandLine;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>judge</c>: what a person knows better than the program, kept with date and name.</summary>
internal static class JudgeCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Command command = new("judge",
            """
            Corrects the record. A judgement is kept with its date and its author, holds for everything that is
            read later, and can be taken back.

            Examples: rapporteur judge join 3f9a1c07b2de 81c2e06d4f10 --by "Ada Brandt" --db talks.db
                      rapporteur judge rename "Harbour Board" "Board of the Talmar harbour" --db talks.db
                      rapporteur judge issue 81c2e06d4f10 "fishing levy" --db talks.db
            """)
        {
            Kind(JudgementKind.Join, "join", "Two statements are one", "Identity of a statement or of an appearance", "Identity of the other"),
            Kind(JudgementKind.Split, "split", "An appearance is not of the statement it stands in", "Identity of an appearance, as show --why prints it"),
            Kind(JudgementKind.NotAQuotation, "not-a-quotation", "An appearance is no quotation, and is shown no more", "Identity of an appearance, as show --why prints it"),
            Kind(JudgementKind.SameActor, "same-actor", "Two names are of one actor: what is said under them is compared", "Name or identity of an actor", "Name or identity of the other"),
            Kind(JudgementKind.Confirmed, "confirm", "An appearance is right as it was found", "Identity of an appearance, as show --why prints it"),
            Kind(JudgementKind.Speaker, "speaker", "An appearance has another speaker (\"\" for nobody named)", "Identity of an appearance, as show --why prints it", "The name"),
            Kind(JudgementKind.SaidOn, "date", "An appearance was said on another day (\"\" for unknown)", "Identity of an appearance, as show --why prints it", "The day as yyyy-MM-dd"),
            Kind(JudgementKind.Rename, "rename", "An actor is shown under another name; words said under the old one stay his", "Name or identity of an actor", "The name to show"),
            Kind(JudgementKind.Issue, "issue", "A statement belongs to an issue, or with \"\" to none", "Identity of a statement or of an appearance", "Name of the issue, as issues list prints it; a new name makes a new one"),
            List(),
            Undo(),
        };
        return command;

        Command Kind(JudgementKind kind, string name, string description, string about, string? second = null)
        {
            Argument<string> one = new(second is null ? "APPEARANCE" : "A") { Description = about };
            Argument<string> other = new("B") { Description = second };
            Option<string?> author = new("--by") { Description = "Who judges" };
            Option<string> database = CommonOptions.Database();
            Command judge = new(name, description) { one, author, database };
            if (second is not null) judge.Arguments.Add(other);
            judge.SetAction(async (parse, cancel) =>
            {
                await using IRecordStore record = await OpenAsync(parse.GetValue(database)!, cancel);
                try
                {
                    Judgement made = await record.JudgeAsync(
                        new JudgementRequest(kind, parse.GetValue(one)!, second is null ? null : parse.GetValue(other), parse.GetValue(author)), cancel);
                    terminal.Line(Told(made));
                    return ExitCode.Done;
                }
                catch (JudgementException problem)
                {
                    throw new UsersProblem(problem.Message);
                }
            });
            return judge;
        }

        Command List()
        {
            Option<string> database = CommonOptions.Database();
            Option<bool> json = CommonOptions.Json("Print JSON lines");
            Command list = new("list", "Lists the judgements, those taken back too") { database, json };
            list.SetAction(async (parse, cancel) =>
            {
                await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
                foreach (Judgement judgement in await record.JudgementsAsync(cancel))
                {
                    terminal.Line(parse.GetValue(json) ? JsonSerializer.Serialize(judgement, ExportJson.Line) : Told(judgement));
                }

                return ExitCode.Done;
            });
            return list;
        }

        Command Undo()
        {
            Argument<int> number = new("NUMBER") { Description = "As judge list prints it" };
            Option<string> database = CommonOptions.Database();
            Command undo = new("undo", "Takes a judgement back") { number, database };
            undo.SetAction(async (parse, cancel) =>
            {
                await using IRecordStore record = await OpenAsync(parse.GetValue(database)!, cancel);
                Judgement undone = await record.UndoJudgementAsync(parse.GetValue(number), cancel)
                    ?? throw new UsersProblem($"No judgement with number {parse.GetValue(number)} holds. rapporteur judge list prints them.");
                terminal.Line(Told(undone));
                return ExitCode.Done;
            });
            return undo;
        }

        // A judgement about a dossier that is not there must not make one.
        async Task<IRecordStore> OpenAsync(string path, CancellationToken cancel)
        {
            if (!File.Exists(path)) throw new UsersProblem($"{path}: there is no such dossier. Make one with: rapporteur read ARTICLES --db {path}");
            return await Services.OpenToWriteAsync(path, clock, cancel);
        }
    }

    private static string Told(Judgement judgement)
    {
        string kind = JsonSerializer.Serialize(judgement.Kind, ExportJson.Line).Trim('"').Replace('_', '-');
        string line = $"{judgement.Number,4}  {judgement.MadeAt:yyyy-MM-dd HH:mm}  {kind}  {string.Join("  ", judgement.About)}";
        if (judgement.Author is { } author) line += $"  by {author}";
        return judgement.UndoneAt is { } undone ? $"{line}  (taken back {undone:yyyy-MM-dd HH:mm})" : line;
    }
}
