using System.Text.Json;
using System.Text.Json.Nodes;
using Rapporteur.Exporting;
using Rapporteur.Text;

namespace Rapporteur.Eval.Attributions;

/// <summary>Writes attributions as <c>annotate</c> does, with the rule that found each besides.</summary>
internal static class AttributionJson
{
    public static string Of(string document, AnnotatedText text)
    {
        CodePointOffsets offsets = new(text.Text);
        JsonArray all = [];
        foreach (Attribution a in text.Attributions)
        {
            all.Add(new JsonObject
            {
                ["source"] = Spans(a.Source),
                ["cue"] = Spans(a.Cue),
                ["content"] = Spans([.. a.Content.Select(c => OuterMarks.Around(text.Text, c))]),
                ["form"] = a.Form.ToString().ToLowerInvariant(),
                ["speaker"] = a.Speaker,
                ["addressee"] = a.Addressee,
                ["on_behalf_of"] = a.OnBehalfOf,
                ["via"] = a.Via,
                ["said_on"] = a.SaidOn?.ToString("yyyy-MM-dd"),
                ["confidence"] = Math.Round(a.Confidence, 3),
                ["rule"] = a.FoundBy,
            });
        }

        return new JsonObject { ["doc"] = document, ["attributions"] = all }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        JsonArray Spans(IReadOnlyList<TextSpan> spans)
        {
            JsonArray result = [];
            foreach (TextSpan span in spans)
            {
                TextSpan points = offsets.Of(span);
                result.Add(new JsonArray { points.Start, points.End });
            }

            return result;
        }
    }
}
