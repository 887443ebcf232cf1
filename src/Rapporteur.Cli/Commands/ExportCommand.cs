using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Exporting.LinkedData;
using Rapporteur.Matching.Encounters;
using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>export</c>: everything of one kind in the record, one line each.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, (Type Line, Func<IRecordQueries, string, CancellationToken, IAsyncEnumerable<object>> Lines)> Nouns = new(StringComparer.Ordinal)
    {
        ["appearances"] = (typeof(AppearanceLine), (record, _, cancel) => record.ExportAppearancesAsync(cancel).Select(AppearanceLine.Of)),
        ["statements"] = (typeof(StatementLine), (record, _, cancel) => Statements(record, cancel)),
        ["encounters"] = (typeof(EncounterLine), (record, _, cancel) => Encounters(record, cancel)),
        ["positions"] = (typeof(PositionLine), Positions),
        ["terms"] = (typeof(TermLine), (record, _, cancel) => Terms(record, cancel)),
        ["articles"] = (typeof(ArticleLine), (record, _, cancel) => record.ExportArticlesAsync(cancel).Select(ArticleLine.Of)),
        ["actors"] = (typeof(ActorLine), (record, _, cancel) => ExportLists.Actors(record, cancel)),
        ["outlets"] = (typeof(OutletLine), (record, _, cancel) => ExportLists.Outlets(record, cancel)),
        ["stories"] = (typeof(StoryLine), (record, _, cancel) => ExportLists.Stories(record, cancel)),
        ["issues"] = (typeof(IssueLine), ExportLists.Issues),
        ["changes"] = (typeof(ChangeLine), ExportLists.Changes),
        ["contradictions"] = (typeof(ContradictionLine), ExportLists.Contradictions),
        ["judgements"] = (typeof(JudgementLine), (record, _, cancel) => ExportLists.Judgements(record, cancel)),
        ["unread"] = (typeof(Unread), (record, _, cancel) => ExportLists.Unread(record, cancel)),
    };

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Argument<string> noun = new("WHAT") { Description = "appearances (every report of a statement), statements, encounters, positions, changes, contradictions, issues, terms (what somebody calls something), articles, outlets, actors, stories, judgements, or unread (what could not be read, and why)" };
        noun.AcceptOnlyFromAmong([.. Nouns.Keys]);
        Option<string> database = CommonOptions.Database();
        Option<string> format = new("--format") { Description = "jsonl: one JSON object a line; csv: RFC 4180, safe to open in a spreadsheet; jsonld: schema.org claims and quotations, for statements; annotations: W3C Web Annotations, for appearances", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv", "jsonld", "annotations");
        Command command = new("export",
            """
            Writes the record to standard output, in a fixed order, for other programs to read.
            Offsets count Unicode code points of the article's text; the end is exclusive.

            Example: rapporteur export appearances --db talks.db --format csv > talks.csv
                     rapporteur export dossier talks.dossier --db talks.db
            """) { noun, database, format, DossierCommands.Export(terminal, clock) };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            (Type line, var lines) = LinkedLines(parse.GetValue(noun)!, parse.GetValue(format)!) ?? Nouns[parse.GetValue(noun)!];
            await WriteAsync(terminal, line, lines(record, parse.GetValue(database)!, cancel), parse.GetValue(format) == "csv", cancel);
            return ExitCode.Done;
        });
        return command;
    }

    // A statement that was reported once has one wording, and nothing to look up.
    private static async IAsyncEnumerable<object> Statements(IRecordQueries record, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (StatementSummary row in record.ExportStatementsAsync(cancel))
        {
            StatementDetail? detail = row.Appearances > 1 ? await record.StatementAsync(row.Id, cancel) : null;
            yield return StatementLine.Of(row, detail is null ? null : await StatementHistory.OfAsync(detail, record, copies: false, cancel)) with
            {
                Links = [.. (await record.LinksAsync(row.Id, cancel)).Select(link => new LinkInLine(link.StatementId, link.Relation))],
            };
        }
    }

    private static async IAsyncEnumerable<object> Encounters(IRecordQueries record, [EnumeratorCancellation] CancellationToken cancel)
    {
        IReadOnlyList<Encounter> all = await record.EncountersAsync(cancel);
        ReadoutReader readouts = new(all);
        await foreach (AppearanceRow appearance in record.ExportAppearancesAsync(cancel)) readouts.Add(appearance);
        foreach (Encounter encounter in all.OrderBy(encounter => encounter.Date is null)) yield return EncounterLine.Of(encounter, readouts.Of(encounter));
    }

    private static async IAsyncEnumerable<object> Terms(IRecordQueries record, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (TermReport term in await record.ContestedTermsAsync(cancel)) yield return TermLine.Of(term);
    }

    // Whether two statements are one position depends on all of them, too. The issues are those of issues.yaml beside the record, then suggested ones.
    private static async IAsyncEnumerable<object> Positions(IRecordQueries record, string database, [EnumeratorCancellation] CancellationToken cancel)
    {
        PositionBook book = await IssueFile.DrawAsync(record, null, database, cancel);
        foreach (Position position in book.Positions) yield return PositionLine.Of(position);
    }

    // Two of the forms are of one noun each.
    private static (Type Line, Func<IRecordQueries, string, CancellationToken, IAsyncEnumerable<object>> Lines)? LinkedLines(string noun, string format) => (noun, format) switch
    {
        (_, "jsonl" or "csv") => null,
        ("statements", "jsonld") => (typeof(ClaimGraph), (record, _, cancel) => ExportLists.Claims(record, cancel)),
        ("appearances", "annotations") => (typeof(WebAnnotation), (record, _, cancel) => ExportLists.Annotations(record, cancel)),
        (_, "jsonld") => throw new UsersProblem("--format jsonld is for statements: rapporteur export statements --format jsonld"),
        _ => throw new UsersProblem("--format annotations is for appearances: rapporteur export appearances --format annotations"),
    };

    private static async Task WriteAsync(Terminal terminal, Type type, IAsyncEnumerable<object> lines, bool csv, CancellationToken cancel)
    {
        if (csv) await CsvTable.WriteAsync(terminal.Out.Profile.Out.Writer, type, lines, cancel);
        else await foreach (object line in lines.WithCancellation(cancel)) terminal.Line(JsonSerializer.Serialize(line, type, ExportJson.Line));
    }
}
