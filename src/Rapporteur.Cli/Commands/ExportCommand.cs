using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;
using Rapporteur.Exporting;
using Rapporteur.Matching.Encounters;
using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>export</c>: everything of one kind in the record, one line each.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, Func<IRecordQueries, string, CancellationToken, IAsyncEnumerable<object>>> Nouns = new(StringComparer.Ordinal)
    {
        ["appearances"] = (record, _, cancel) => record.ExportAppearancesAsync(cancel).Select(AppearanceLine.Of),
        ["statements"] = (record, _, cancel) => Statements(record, cancel),
        ["encounters"] = (record, _, cancel) => Encounters(record, cancel),
        ["positions"] = Positions,
        ["terms"] = (record, _, cancel) => Terms(record, cancel),
        ["articles"] = (record, _, cancel) => record.ExportArticlesAsync(cancel).Select(ArticleLine.Of),
    };

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Argument<string> noun = new("WHAT") { Description = "appearances (every report of a statement), statements, encounters, positions, terms (what somebody calls something), or articles" };
        noun.AcceptOnlyFromAmong([.. Nouns.Keys]);
        Option<string> database = CommonOptions.Database();
        Option<string> format = new("--format") { Description = "jsonl: one JSON object a line; csv: RFC 4180, safe to open in a spreadsheet", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        Command command = new("export",
            """
            Writes the record to standard output, in a fixed order, for other programs to read.
            Offsets count Unicode code points of the article's text; the end is exclusive.

            Example: rapporteur export appearances --db talks.db --format csv > talks.csv
            """) { noun, database, format };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            IAsyncEnumerable<object> lines = Nouns[parse.GetValue(noun)!](record, parse.GetValue(database)!, cancel);
            if (parse.GetValue(format) == "csv") await WriteCsvAsync(terminal, lines, cancel);
            else await foreach (object line in lines.WithCancellation(cancel)) terminal.Line(JsonSerializer.Serialize(line, ExportJson.Line));
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

    // The columns are those of the JSON line: nested objects with a dot, lists as JSON.
    private static async Task WriteCsvAsync(Terminal terminal, IAsyncEnumerable<object> lines, CancellationToken cancel)
    {
        // A cell that begins with = + - @ is a formula to a spreadsheet; an apostrophe before it makes it words again.
        CsvWriterOptions rules = new() { Injection = CsvInjection.Escape };
        await using CsvWriter csv = CsvWriter.Create(terminal.Out.Profile.Out.Writer, rules, leaveOpen: true);
        bool first = true;
        await foreach (object line in lines.WithCancellation(cancel))
        {
            (string Name, string Value)[] cells = [.. Cells("", JsonSerializer.SerializeToElement(line, line.GetType(), ExportJson.Line))];
            if (first) csv.WriteHeader([.. cells.Select(cell => cell.Name)]);
            first = false;
            await csv.WriteRecordAsync([.. cells.Select(cell => cell.Value)], cancel);
        }
    }

    private static IEnumerable<(string Name, string Value)> Cells(string prefix, JsonElement element)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var cell in Cells(name + ".", property.Value)) yield return cell;
            }
            else
            {
                yield return (name, property.Value.ValueKind switch
                {
                    JsonValueKind.Null => "",
                    JsonValueKind.String => property.Value.GetString()!,
                    _ => property.Value.GetRawText(),
                });
            }
        }
    }
}
