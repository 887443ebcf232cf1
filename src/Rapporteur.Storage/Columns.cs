using System.Globalization;
using System.Text.Json;
using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Storage;

/// <summary>How values look in a column: short, the same in every store, and readable without this program.</summary>
internal static class Columns
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, Readable);

    public static string Json(IReadOnlyList<TextSpan> spans) => JsonSerializer.Serialize(spans.Select(span => new[] { span.Start, span.End }));

    public static string Json(IReadOnlyList<ArticleBlock> blocks) =>
        JsonSerializer.Serialize(blocks.Select(block => new[] { (int)block.Kind, block.Span.Start, block.Span.End }));

    public static string Json(params IReadOnlyList<TextSpan>[] lists) => $"[{string.Join(',', lists.Select(Json))}]";

    public static IReadOnlyList<string> Texts(string json) => JsonSerializer.Deserialize<string[]>(json)!;

    public static IReadOnlyList<ArticleBlock> Blocks(string json) =>
        [.. JsonSerializer.Deserialize<int[][]>(json)!.Select(b => new ArticleBlock((BlockKind)b[0], new TextSpan(b[1], b[2])))];

    public static IReadOnlyList<TextSpan>[] SpanLists(string json) =>
        [.. JsonSerializer.Deserialize<int[][][]>(json)!.Select(list => list.Select(span => new TextSpan(span[0], span[1])).ToArray())];

    public static string Form(AttributionForm form) => form switch
    {
        AttributionForm.Direct => "direct",
        AttributionForm.Indirect => "indirect",
        AttributionForm.Mixed => "mixed",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static AttributionForm Form(string form) => form switch
    {
        "direct" => AttributionForm.Direct,
        "indirect" => AttributionForm.Indirect,
        "mixed" => AttributionForm.Mixed,
        _ => throw new InvalidDataException($"the record holds a form of attribution that this program does not know: {form}"),
    };

    public static SpeechAct Act(string act) =>
        SpeechActNames.TryRead(act, out SpeechAct known) ? known : throw new InvalidDataException($"the record holds a speech act that this program does not know: {act}");

    public static Modality Modality(string modality) =>
        SpeechActNames.TryRead(modality, out Modality known) ? known : throw new InvalidDataException($"the record holds a modality that this program does not know: {modality}");

    public static Channel Channel(string? channel) =>
        ChannelNames.TryRead(channel, out Channel known) ? known : throw new InvalidDataException($"the record holds a channel that this program does not know: {channel}");

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? day) =>
        string.IsNullOrEmpty(day) ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset instant) => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
