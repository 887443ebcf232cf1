using System.Globalization;
using System.Text.Json;
using ModelContextProtocol;
using Rapporteur.Exporting;
using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Cli.Mcp;

/// <summary>What the tools have in common: how they answer, page and refuse.</summary>
internal static class Answers
{
    /// <summary>The most lines of one answer.</summary>
    public const int Most = 100;

    /// <summary>One JSON object.</summary>
    public static string Answer(object answer) => JsonSerializer.Serialize(answer, ExportJson.Line);

    /// <summary>A page of a list, and the key to go on from; null on the last.</summary>
    public static (IReadOnlyList<T> Items, string? Next) Page<T>(IReadOnlyList<T> all, Func<T, string> key, int limit, string? after)
    {
        int first = after is null ? 0 : all.Index().Where(item => key(item.Item) == after).Select(item => item.Index + 1).FirstOrDefault(-1);
        if (first < 0) throw new McpException($"\"{after}\" does not continue this list. Use the \"next\" of the answer before.");
        T[] items = [.. all.Skip(first).Take(Limit(limit))];
        return (items, first + items.Length < all.Count ? key(items[^1]) : null);
    }

    /// <summary>A number of lines that can be answered.</summary>
    public static int Limit(int asked) => Math.Clamp(asked, 1, Most);

    /// <summary>Where words stand: article with link, and offsets in code points, the end exclusive.</summary>
    public static object Place(AppearanceRow row) => new { appearance = row.Id, article = ArticleInLine.Of(row.Article), row.Version, content_spans = row.CodePoints.Content, row.Content };

    /// <summary>What is not there, and where identities come from.</summary>
    public static McpException Missing(string what, string id, string where) => new($"There is no {what} {id} in this dossier. Identities come from {where}.");

    /// <summary>A day as written, or null.</summary>
    public static DateOnly? Day(string? day) => day is null ? null
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly found) ? found
        : throw new McpException($"'{day}' is not a day. Write it as yyyy-MM-dd, for example 2025-06-01.");

    /// <summary>True when the name holds the words asked for, whatever their case and accents; null asks for nothing.</summary>
    public static bool Holds(string name, string? asked) => Folding.Key(name).Contains(Folding.Key(asked ?? ""), StringComparison.Ordinal);
}
