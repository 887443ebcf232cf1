using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;

namespace Rapporteur.Exporting;

/// <summary>Lines of one kind as CSV (RFC 4180): the columns of the JSON line, nested objects with a dot, lists as JSON.</summary>
/// <remarks>The columns are those of the type, so they are the same for every line and there without any.</remarks>
public static class CsvTable
{
    // A cell that begins with one of these is a formula to some spreadsheet (OWASP, CSV injection). An apostrophe before it makes it words again.
    private const string Formulas = "=+-@\t\r\n";

    // The same in full width, which spreadsheets with Japanese settings take for the narrow ones. The library knows ASCII only.
    private const string WideFormulas = "＝＋－＠";

    /// <summary>Writes a header and the lines.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="type">What the lines are.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="cancel">Stops between two lines.</param>
    public static async Task WriteAsync(TextWriter output, Type type, IAsyncEnumerable<object> lines, CancellationToken cancel)
    {
        string[][] columns = [.. Columns(type, [])];
        CsvWriterOptions rules = new() { Injection = CsvInjection.Escape, InjectionCharacters = Formulas };
        await using CsvWriter csv = CsvWriter.Create(output, rules, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(path => string.Join('.', path))]);
        await foreach (object line in lines.WithCancellation(cancel))
        {
            JsonElement element = JsonSerializer.SerializeToElement(line, line.GetType(), ExportJson.Line);
            await csv.WriteRecordAsync([.. columns.Select(path => Cell(element, path))], cancel);
        }
    }

    private static IEnumerable<string[]> Columns(Type type, string[] prefix)
    {
        foreach (JsonPropertyInfo property in ExportJson.Line.GetTypeInfo(type).Properties)
        {
            string[] path = [.. prefix, property.Name];
            if (ExportJson.Line.GetTypeInfo(property.PropertyType).Kind != JsonTypeInfoKind.Object) yield return path;
            else foreach (string[] column in Columns(property.PropertyType, path)) yield return column;
        }
    }

    private static string Cell(JsonElement line, string[] path)
    {
        JsonElement at = line;
        foreach (string name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at)) return "";
        }

        return at.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => at.GetString() is [var first, ..] words && WideFormulas.Contains(first, StringComparison.Ordinal) ? "'" + words : at.GetString()!,
            _ => at.GetRawText(),
        };
    }
}
