using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Api;

/// <summary>Every example of docs/api.md, asked of the record that it is written about.</summary>
public sealed partial class DocumentedExamplesTests
{
    [Fact]
    public async Task Every_example_is_answered_as_documented()
    {
        await using Served served = await Narrows.ServedAsync();
        MatchCollection examples = Example().Matches(await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "api.md")));
        Assert.True(examples.Count >= 12, $"Only {examples.Count} examples were found.");
        foreach (Match example in examples)
        {
            using HttpRequestMessage request = new(new HttpMethod(example.Groups["method"].Value), example.Groups["path"].Value);
            if (example.Groups["body"].Success) request.Content = new StringContent(example.Groups["body"].Value, System.Text.Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await served.Client.SendAsync(request);
            string answer = await response.Content.ReadAsStringAsync();
            Assert.True($"{(int)response.StatusCode}" == example.Groups["status"].Value, $"{example.Groups["path"].Value} answered {(int)response.StatusCode}: {answer}");
            Assert.Equal(example.Groups["type"].Value, response.Content.Headers.ContentType!.MediaType);
            string? difference = Difference("", JsonNode.Parse(example.Groups["json"].Value), JsonNode.Parse(answer));
            Assert.True(difference is null, $"{example.Groups["path"].Value}: {difference}\n{answer}");
        }
    }

    // "…" stands for any value, and as the last of a list for any more of them; a member "…" for any more members.
    private static string? Difference(string at, JsonNode? documented, JsonNode? answered) => (documented, answered) switch
    {
        (JsonValue value, _) when value.ToJsonString() == "\"\\u2026\"" => null,
        (JsonObject one, JsonObject other) => one.Where(member => member.Key != "…").Select(member => other.ContainsKey(member.Key) ? Difference($"{at}.{member.Key}", member.Value, other[member.Key]) : $"{at}.{member.Key} is missing")
            .FirstOrDefault(difference => difference is not null)
            ?? other.Where(member => !one.ContainsKey("…") && !one.ContainsKey(member.Key)).Select(member => $"{at}.{member.Key} is not documented").FirstOrDefault(),
        (JsonArray one, JsonArray other) when one.Count > 0 && one[^1]?.ToJsonString() == "\"\\u2026\"" => one.Take(one.Count - 1).Select((node, i) => i < other.Count ? Difference($"{at}[{i}]", node, other[i]) : $"{at}[{i}] is missing").FirstOrDefault(d => d is not null),
        (JsonArray one, JsonArray other) => one.Count == other.Count ? one.Select((node, i) => Difference($"{at}[{i}]", node, other[i])).FirstOrDefault(d => d is not null) : $"{at} has {other.Count} and not {one.Count}",
        _ => JsonNode.DeepEquals(documented, answered) ? null : $"{at} is {answered?.ToJsonString()} and not {documented?.ToJsonString()}",
    };

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rapporteur.slnx"))) folder = folder.Parent;
        return folder!.FullName;
    }

    [GeneratedRegex(@"```http\n(?<method>GET|POST|DELETE) (?<path>\S+)\n(?:Content-Type: application/json\n\n(?<body>.*?)\n)?```\s*(?<status>\d{3}) `(?<type>[^`]+)`\s*```json\n(?<json>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
