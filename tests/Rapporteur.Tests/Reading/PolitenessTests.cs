using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Rapporteur.Reading;
using Rapporteur.Reading.Web;
using Rapporteur.Recording;

namespace Rapporteur.Tests.Reading;

public sealed class PolitenessTests
{
    private const string Article = "<html><body><p>The ferry sails again, the mayor said.</p></body></html>";

    [Fact]
    public async Task A_page_that_robots_txt_denies_is_skipped_and_never_asked_for()
    {
        await using TestServer server = await TestServer.StartAsync(
            context => TestServer.Html(context, Article),
            robots => TestServer.Send(robots, "text/plain", "User-agent: *\nDisallow: /private"));

        ReadResult result = Assert.Single(await server.ReadAsync("/private/ferry"));

        Assert.False(result.Failed);
        Assert.Contains("robots.txt of 127.0.0.1 asks programs not to read this page", result.Reason, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt"], server.Asked);
    }

    [Fact]
    public async Task A_redirect_to_a_page_that_robots_txt_denies_is_not_followed()
    {
        await using TestServer server = await TestServer.StartAsync(
            context =>
            {
                context.Response.Redirect("/private/ferry");
                return Task.CompletedTask;
            },
            robots => TestServer.Send(robots, "text/plain", "User-agent: *\nDisallow: /private"));

        Assert.Contains("robots.txt", Assert.Single(await server.ReadAsync("/ferry")).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("/private/ferry", server.Asked);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(500, false)]
    [InlineData(429, false)]
    public async Task A_robots_txt_that_is_missing_allows_and_one_in_trouble_denies(int status, bool allows)
    {
        await using TestServer server = await TestServer.StartAsync(context => TestServer.Html(context, Article), robots => TestServer.Status(robots, status));

        ReadResult result = Assert.Single(await server.ReadAsync("/ferry"));

        Assert.Equal(allows, result.Page is not null);
        Assert.Equal(allows, server.Asked.Contains("/ferry"));
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.Headers.LastModified = "Sun, 30 Mar 2025 18:05:00 GMT";
            if (context.Request.Headers.IfNoneMatch == "\"v1\"" && context.Request.Headers.IfModifiedSince == "Sun, 30 Mar 2025 18:05:00 GMT") return TestServer.Status(context, 304);
            return TestServer.Html(context, Article);
        });
        Memory memory = new();

        ReadResult first = Assert.Single(await server.ReadAsync("/ferry", memory));
        Assert.NotNull(first.Page);
        Assert.Empty(memory.States);

        await memory.RememberFetchAsync(first.Fetched!, CancellationToken.None);
        ReadResult second = Assert.Single(await server.ReadAsync("/ferry", memory));

        Assert.False(second.Failed);
        Assert.Contains("has not changed", second.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_Retry_After_is_waited_for()
    {
        int visits = 0;
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref visits) > 1) return TestServer.Html(context, Article);
            context.Response.Headers.RetryAfter = "1";
            return TestServer.Status(context, 429);
        });

        long start = TimeProvider.System.GetTimestamp();
        Assert.NotNull(Assert.Single(await server.ReadAsync("/ferry")).Page);

        Assert.Equal(2, visits);
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromSeconds(0.9));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_long_Retry_After_is_remembered_and_the_page_left_alone_until_then(int status)
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return TestServer.Status(context, status);
        });
        Memory memory = new();

        ReadResult first = Assert.Single(await server.ReadAsync("/ferry", memory));
        ReadResult second = Assert.Single(await server.ReadAsync("/ferry", memory));

        Assert.True(first.Failed);
        Assert.Contains("asks for no more requests before", first.Reason, StringComparison.Ordinal);
        Assert.False(second.Failed);
        Assert.Contains("asks for no more requests before", second.Reason, StringComparison.Ordinal);
        Assert.Equal(1, server.Asked.Count(path => path == "/ferry"));
        Assert.True(memory.States.Single().Value.NotBefore > TimeProvider.System.GetUtcNow().AddMinutes(55));
    }

    [Fact]
    public async Task A_server_that_always_asks_to_wait_is_left_in_the_end()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "0";
            return TestServer.Status(context, 429);
        });

        Assert.True(Assert.Single(await server.ReadAsync("/ferry")).Failed);
        Assert.Equal(1 + 3, server.Asked.Count);
    }

    [Fact]
    public async Task One_request_at_a_time_goes_to_a_host()
    {
        int now = 0, most = 0;
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            int current = Interlocked.Increment(ref now);
            InterlockedMax(ref most, current);
            await Task.Delay(30);
            Interlocked.Decrement(ref now);
            await TestServer.Html(context, Article);
        });
        using HttpClient http = GuardedHttp.Create(TestServer.Options);
        Reader reader = new(TestServer.Options, http, null, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
            Assert.NotNull(Assert.Single(await reader.ReadAsync($"{server.Root}/{i}", CancellationToken.None).ToListAsync()).Page)));

        Assert.Equal(1, most);
        Assert.Equal(8, server.Asked.Count(path => path != "/robots.txt"));
    }

    [Fact]
    public async Task A_crawl_delay_is_kept_between_two_pages()
    {
        ConcurrentQueue<long> times = new();
        await using TestServer server = await TestServer.StartAsync(
            context =>
            {
                times.Enqueue(TimeProvider.System.GetTimestamp());
                return TestServer.Html(context, Article);
            },
            robots => TestServer.Send(robots, "text/plain", "User-agent: Rapporteur\nCrawl-delay: 0.5"));
        using HttpClient http = GuardedHttp.Create(TestServer.Options);
        Reader reader = new(TestServer.Options, http, null, TimeProvider.System);

        await reader.ReadAsync(server.Root + "/a", CancellationToken.None).ToListAsync();
        await reader.ReadAsync(server.Root + "/b", CancellationToken.None).ToListAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(times.First(), times.Last()) >= TimeSpan.FromSeconds(0.45));
        Assert.Equal(1, server.Asked.Count(path => path == "/robots.txt"));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}

/// <summary>A memory for one test.</summary>
internal sealed class Memory : IFetchMemory
{
    public ConcurrentDictionary<string, FetchState> States { get; } = new();

    public Task<FetchState?> FetchStateAsync(string url, CancellationToken cancel) => Task.FromResult(States.GetValueOrDefault(url));

    public Task RememberFetchAsync(FetchState state, CancellationToken cancel)
    {
        States[state.Url] = state;
        return Task.CompletedTask;
    }
}
