using System.Text.Json;

namespace Rapporteur.Exporting;

/// <summary>An exported line as cells of a table: the columns are those of the JSON line, nested objects with a dot, lists as JSON.</summary>
public static class FlatLine
{
    /// <summary>The cells in the order of the JSON line; null is an empty cell.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(object line) => [.. Cells("", JsonSerializer.SerializeToElement(line, line.GetType(), ExportJson.Line))];

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
