using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Rapporteur.Querying;
using Rapporteur.Web.Safety;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Watching;

public sealed partial class MetricsTests
{
    [Fact]
    public async Task Requests_are_counted_by_route_and_told_in_the_form_of_Prometheus()
    {
        await using Served served = await Served.WithAsync([Invented.Agency()]);
        foreach (string id in new[] { "nothing", "secret-name", "more" }) await served.Client.GetAsync($"/api/v1/statements/{id}");
        await served.Client.GetAsync("/articles?about=secret-word");
        string told = "";
        // A request is counted when its connection is done with it, which may be after its answer has arrived.
        for (int i = 0; i < 50 && !told.Contains("count{method=\"GET\",route=\"/articles\"", StringComparison.Ordinal) | !told.Contains("status=\"404\"} 3", StringComparison.Ordinal); i++)
        {
            using HttpResponseMessage response = await served.Client.GetAsync("/metrics");
            Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
            told = await response.Content.ReadAsStringAsync();
            await Task.Delay(20);
        }

        Assert.DoesNotContain("secret", told);
        Assert.Contains("\nrapporteur_articles 1\n", told);
        Assert.Contains("http_server_request_duration_seconds_count{method=\"GET\",route=\"/api/v1/statements/{id}\",status=\"404\"} 3\n", told);
        double[] buckets = [.. Bucket().Matches(told).Select(bucket => double.Parse(bucket.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(15, buckets.Length);
        Assert.Equal(buckets.Order(), buckets);
        Assert.Equal(3, buckets[^1]);
        Assert.All(told.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(Line(), line));
    }

    [Fact]
    public async Task Two_servers_in_one_process_count_for_themselves()
    {
        await using Served one = await Served.WithAsync([]), other = await Served.WithAsync([]);
        await one.Client.GetAsync("/actors");
        await one.Client.GetAsync("/metrics");
        Assert.DoesNotContain("/actors", await other.Client.GetStringAsync("/metrics"));
    }

    [Fact]
    public async Task A_stranger_is_told_nothing()
    {
        await using Served served = await Served.WithAsync([], options: options => options with { Access = () => new AccessRules(null, [new AccessToken("a", "b")]) });
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.Client.GetAsync("/metrics")).StatusCode);
    }

    [Fact]
    public async Task A_request_that_has_begun_is_answered_while_the_server_stops()
    {
        SlowRecord.Reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        SlowRecord.GoOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Served served = await Served.WithAsync([Invented.Agency()], SlowRecord.Around);
        Task<HttpResponseMessage> asked = served.Client.GetAsync("/health");
        await SlowRecord.Reached.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Task stopping = served.App.StopAsync();
        await Task.Delay(100);
        Assert.False(stopping.IsCompleted);
        SlowRecord.GoOn.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await asked).StatusCode);
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<HttpRequestException>(() => served.Client.GetAsync("/health"));
    }

    [GeneratedRegex(@"_bucket\{method=""GET"",route=""/api/v1/statements/\{id\}"",status=""404"",le=""[^""]+""\} (\d+)\n")]
    private static partial Regex Bucket();

    // A comment, or a name, labels in braces, and a number.
    [GeneratedRegex(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+=""[^""]*""(,[a-z]+=""[^""]*"")*\})? [0-9.E+-]+)$")]
    private static partial Regex Line();

    /// <summary>A record that counts only when it is told to go on.</summary>
    public class SlowRecord : DispatchProxy
    {
        internal static TaskCompletionSource Reached { get; set; } = new();

        internal static TaskCompletionSource GoOn { get; set; } = new();

        private IRecordQueries _inner = null!;

        internal static IRecordQueries Around(IRecordQueries inner)
        {
            IRecordQueries slow = Create<IRecordQueries, SlowRecord>();
            ((SlowRecord)(object)slow)._inner = inner;
            return slow;
        }

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == nameof(IRecordQueries.CountsAsync) ? CountAsync() : targetMethod.Invoke(_inner, args);

        private async Task<RecordCounts> CountAsync()
        {
            Reached.TrySetResult();
            await GoOn.Task;
            return await _inner.CountsAsync(default);
        }
    }
}
