using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Rapporteur.Text;

namespace Rapporteur.Exporting;

/// <summary>How every exported JSON is written: snake_case names, letters of any script as they are, spans as <c>[start, end]</c>.</summary>
public static class ExportJson
{
    /// <summary>One line per object, for JSON Lines.</summary>
    public static readonly JsonSerializerOptions Line = Options(indented: false);

    /// <summary>Indented, for files that people open.</summary>
    public static readonly JsonSerializerOptions Document = Options(indented: true);

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // The output is a file or a terminal, never the inside of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        Converters = { new SpanConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            int[] ends = JsonSerializer.Deserialize<int[]>(ref reader, options) ?? [];
            return ends is [int start, int end] ? new TextSpan(start, end) : throw new JsonException("A span is [start, end].");
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) =>
            writer.WriteRawValue($"[{value.Start}, {value.End}]");
    }
}
