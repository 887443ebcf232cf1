using System.Runtime.CompilerServices;
using NSubstitute;
using Rapporteur.Extraction;
using Rapporteur.Matching;
using Rapporteur.Reading;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Tests;

public sealed class PipelineTests
{
    private const string Words = "The mayor of Skarholm opened the new bridge on Tuesday. The bridge is longer than the old one by eleven metres.";

    private readonly List<string> _recorded = [];

    [Fact]
    public async Task A_fault_in_one_article_is_told_and_the_others_are_recorded()
    {
        // A page without content breaks a promise of the reading room: whatever follows from it is a fault of ours.
        List<Outcome> outcomes = await RunAsync(1, Page("one"), ReadResult.Of(new Page("broken", PageKind.PlainText, null!)), Page("two"));
        Assert.Equal(["one", "two"], _recorded);
        Outcome broken = outcomes.Single(o => o.Location == "broken");
        Assert.True(broken.Failed);
        Assert.Contains("report", broken.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Articles_are_recorded_in_the_order_they_were_read_whatever_the_number_of_jobs(int jobs)
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => $"a{i:00}")];
        await RunAsync(jobs, [.. names.Select(Page)]);
        Assert.Equal(names, _recorded);
    }

    [Fact]
    public async Task What_was_not_read_keeps_its_reason()
    {
        Outcome outcome = Assert.Single(await RunAsync(2, ReadResult.CouldNot("gone.txt", "it is gone")));
        Assert.Equal(("gone.txt", "it is gone", true), (outcome.Location, outcome.Reason, outcome.Failed));
    }

    [Fact]
    public async Task A_server_is_told_that_we_have_a_page_only_after_its_article_is_recorded()
    {
        List<string> order = [];
        IRecordStore store = Substitute.For<IRecordStore>();
        store.AddAsync(default!, default).ReturnsForAnyArgs(call =>
        {
            order.Add("recorded");
            return RecordOutcome.Added;
        });
        store.When(s => s.RememberFetchAsync(Arg.Any<FetchState>(), Arg.Any<CancellationToken>())).Do(_ => order.Add("remembered"));
        ReadResult read = Page("one") with { Fetched = new FetchState("https://www.skarholm.example/one", "\"tag\"", null, null) };
        await foreach (Outcome _ in PipelineOf(store, [read]).RunAsync(["x"], 1, CancellationToken.None))
        {
        }

        Assert.Equal(["recorded", "remembered"], order);
    }

    private static ReadResult Page(string name) => ReadResult.Of(new Page(name, PageKind.PlainText, Words) { Hints = new PageHints(Language: "en") });

    private async Task<List<Outcome>> RunAsync(int jobs, params ReadResult[] pages)
    {
        IRecordStore store = Substitute.For<IRecordStore>();
        store.AddAsync(default!, default).ReturnsForAnyArgs(call =>
        {
            _recorded.Add(call.Arg<ArticleRecord>().Article.Location);
            return RecordOutcome.Added;
        });
        List<Outcome> outcomes = [];
        await foreach (Outcome outcome in PipelineOf(store, pages).RunAsync(["x"], jobs, CancellationToken.None)) outcomes.Add(outcome);
        return outcomes;
    }

    private static Pipeline PipelineOf(IRecordStore store, ReadResult[] pages) =>
        new(new Pages(pages), new ArticleExtractor(), new TextAnalyser(), new StatementMatcher(), store);

    private sealed class Pages(ReadResult[] pages) : IReader
    {
        public async IAsyncEnumerable<ReadResult> ReadAsync(string input, [EnumeratorCancellation] CancellationToken cancel)
        {
            foreach (ReadResult page in pages)
            {
                await Task.Yield();
                yield return page;
            }
        }
    }
}
