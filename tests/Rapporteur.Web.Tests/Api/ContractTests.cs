using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Api;

/// <summary>The description and the routes, held against each other.</summary>
public sealed class ContractTests : IAsyncLifetime
{
    private Served _served = null!;
    private JsonNode _description = null!;

    public async Task InitializeAsync()
    {
        _served = await Narrows.ServedAsync();
        _description = JsonNode.Parse(await _served.Client.GetStringAsync("/openapi/v1.json"))!;
    }

    public async Task DisposeAsync() => await _served.DisposeAsync();

    [Fact]
    public void What_is_described_is_routed_and_what_is_routed_is_described()
    {
        IEnumerable<string> routed = _served.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText}"));
        IEnumerable<string> described = _description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));
        Assert.Equal(routed.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_noun_has_its_route() =>
        Assert.Superset(
            new HashSet<string>(["articles", "statements", "appearances", "actors", "outlets", "stories", "encounters", "issues", "positions", "changes", "judgements", "terms", "unread"]),
            new HashSet<string>(_description["paths"]!.AsObject().Select(path => path.Key.Split('/')[3])));

    [Fact]
    public async Task Every_answer_has_the_described_shape_and_nothing_else()
    {
        foreach ((string path, JsonNode? operations) in _description["paths"]!.AsObject())
        {
            foreach (string address in await AddressesAsync(path))
            {
                using HttpResponseMessage response = await _served.Client.GetAsync(address);
                JsonNode described = operations!["get"]!["responses"]![$"{(int)response.StatusCode}"] ?? throw new Xunit.Sdk.XunitException($"{address}: {(int)response.StatusCode} is not described");
                string type = response.Content.Headers.ContentType!.MediaType!;
                JsonNode schema = described["content"]![type]?["schema"] ?? throw new Xunit.Sdk.XunitException($"{address}: {type} is not described");
                string body = await response.Content.ReadAsStringAsync();
                EvaluationResults results = Strict(schema, everything: type != "application/ld+json").Evaluate(JsonDocument.Parse(body).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
                Assert.True(results.IsValid, $"{address}\n{body}\n{string.Join('\n', (results.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation} {string.Join(", ", d.Errors!.Values)}"))}");
            }
        }
    }

    [Fact]
    public async Task A_wrong_shape_would_be_noticed()
    {
        JsonNode schema = _description["paths"]!["/api/v1/outlets/{id}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
        JsonObject outlet = (await _served.Client.GetFromJsonAsync<JsonObject>("/api/v1/outlets"))!["items"]![0]!.DeepClone().AsObject();
        Assert.True(IsValid(outlet));
        outlet["more"] = 1;
        Assert.False(IsValid(outlet));
        outlet.Remove("more");
        outlet["articles"] = "three";
        Assert.False(IsValid(outlet));
        outlet.Remove("articles");
        Assert.False(IsValid(outlet));

        bool IsValid(JsonObject one) => Strict(schema, everything: true).Evaluate(JsonDocument.Parse(one.ToJsonString()).RootElement).IsValid;
    }

    [Fact]
    public async Task Every_described_filter_is_taken_and_every_list_pages_by_cursor()
    {
        foreach ((string path, JsonNode? operations) in _description["paths"]!.AsObject().Where(path => !path.Key.Contains('{')))
        {
            HashSet<string> names = [.. operations!["get"]!["parameters"]!.AsArray().Where(p => p!["in"]!.GetValue<string>() == "query").Select(p => p!["name"]!.GetValue<string>())];
            Assert.Superset(new HashSet<string>(["limit", "after"]), names);
            JsonObject all = (await _served.Client.GetFromJsonAsync<JsonObject>(path))!;
            List<string> paged = [];
            string? after = null;
            do
            {
                JsonObject page = (await _served.Client.GetFromJsonAsync<JsonObject>($"{path}?limit=1&after={after}"))!;
                Assert.Equal(all["total"]!.GetValue<int>(), page["total"]!.GetValue<int>());
                if (all["items"]!.AsArray().Count > 0) paged.Add(Assert.Single(page["items"]!.AsArray())!.ToJsonString());
                after = page["next"]?.GetValue<string>();
            }
            while (after is not null && paged.Count < 20);

            Assert.Equal(all["items"]!.AsArray().Select(item => item!.ToJsonString()), paged);
            Assert.Equal(HttpStatusCode.BadRequest, (await _served.Client.GetAsync($"{path}?after=nonsense")).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await _served.Client.GetAsync($"{path}?limit=201")).StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/v1/encounters?status=held", 0)]
    [InlineData("/api/v1/encounters?status=planned&type=meeting&with=vane", 1)]
    [InlineData("/api/v1/encounters?since=2026-04-11", 0)]
    [InlineData("/api/v1/encounters?since=2026-04-10&until=2026-04-10", 1)]
    [InlineData("/api/v1/appearances?via=bay+wire", 1)]
    [InlineData("/api/v1/appearances?speaker=tolland&form=direct", 2)]
    [InlineData("/api/v1/statements?speaker=toll", 2)]
    [InlineData("/api/v1/appearances?about=boats&outlet=Bay+Wire", 1)]
    [InlineData("/api/v1/appearances?until=2026-04-02", 3)]
    [InlineData("/api/v1/articles?via=Bay+Wire", 1)]
    [InlineData("/api/v1/outlets?name=cour", 1)]
    [InlineData("/api/v1/positions?stance=rejects&actor=tolland", 1)]
    [InlineData("/api/v1/positions?since=2026-04-03&actor=tolland", 1)]
    [InlineData("/api/v1/changes?kind=reversed", 1)]
    [InlineData("/api/v1/changes?until=2026-04-19", 0)]
    [InlineData("/api/v1/terms?user=norland&name=inspect", 1)]
    [InlineData("/api/v1/terms?user=suthmark", 0)]
    [InlineData("/api/v1/judgements", 1)]
    public async Task Filters_restrict(string address, int total) =>
        Assert.Equal(total, (await _served.Client.GetFromJsonAsync<JsonElement>(address)).GetProperty("total").GetInt32());

    [Theory]
    [InlineData("/api/v1/encounters?status=dreamt", "planned")]
    [InlineData("/api/v1/positions?stance=loud", "leaves-open")]
    [InlineData("/api/v1/changes?kind=odd", "reversed")]
    [InlineData("/api/v1/encounters?since=2026-04-11&until=2026-04-10", "before the first")]
    public async Task A_word_that_is_none_of_those_known_is_objected_to_with_them(string address, string named)
    {
        using HttpResponseMessage response = await _served.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(named, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again_until_it_changes()
    {
        using HttpResponseMessage first = await _served.Client.GetAsync("/api/v1/judgements");
        Assert.False(first.Headers.ETag!.IsWeak);
        using HttpResponseMessage again = await AskAsync(first.Headers.ETag.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("", await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync("\"other\", W/" + first.Headers.ETag.Tag)).StatusCode);

        await _served.Store.UndoJudgementAsync(1, default);
        using HttpResponseMessage changed = await AskAsync(first.Headers.ETag.Tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);

        async Task<HttpResponseMessage> AskAsync(string known)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/judgements");
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
            return await _served.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task An_article_tells_through_whom_it_has_what_it_reports()
    {
        string id = (await _served.Record.ArticlesAsync(new() { Via = "Bay Wire" }, default)).Items.Single().Article.Id;
        JsonElement via = Assert.Single((await _served.Client.GetFromJsonAsync<JsonElement>($"/api/v1/articles/{id}")).GetProperty("via").EnumerateArray());
        Assert.Equal(("Bay Wire", true, 1), (via.GetProperty("name").GetString(), via.GetProperty("credited").GetBoolean(), via.GetProperty("appearances").GetInt32()));
    }

    // A list by itself, with a filter it must refuse, and each thing on it; what is not there.
    private async Task<IReadOnlyList<string>> AddressesAsync(string path)
    {
        if (!path.Contains('{')) return [path, $"{path}?limit=0"];
        string list = path[..path.IndexOf("/{", StringComparison.Ordinal)], tail = path[(path.IndexOf('}') + 1)..];
        JsonArray items = (await _served.Client.GetFromJsonAsync<JsonObject>($"{list}?limit=200"))!["items"]!.AsArray();
        Assert.NotEmpty(items);
        return [.. items.Select(item => $"{list}/{item!["id"] ?? item["number"]}{tail}"), $"{list}/nothing{tail}"];
    }

    // What the serializer writes it always writes: so nothing that is described may be missing, and nothing else may be there.
    // Linked data leaves out what does not apply.
    private JsonSchema Strict(JsonNode schema, bool everything)
    {
        JsonObject whole = schema.DeepClone().AsObject();
        whole["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        whole["components"] = _description["components"]!.DeepClone();
        Close(whole, everything);
        return JsonSchema.FromText(whole.ToJsonString());
    }

    private static void Close(JsonNode? node, bool everything)
    {
        if (node is JsonArray list) foreach (JsonNode? one in list) Close(one, everything);
        if (node is not JsonObject part) return;
        foreach ((string _, JsonNode? one) in part.ToList()) Close(one, everything);
        if (part["properties"] is not JsonObject properties || part["type"] is null || properties.ContainsKey("detail")) return;
        part["additionalProperties"] = false;
        if (everything) part["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
    }
}
