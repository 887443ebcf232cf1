using Microsoft.AspNetCore.Builder;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Web.Tests.Fixtures;

/// <summary>A record in memory, served on a free port of this machine.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly SqliteRecordStore _store;
    private readonly WebApplication _app;

    private Served(SqliteRecordStore store, WebApplication app)
    {
        (_store, _app) = (store, app);
        Address = new Uri(app.Urls.Single());
        // Redirects and cookies would hide what the server really answers.
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>The store, for changing it.</summary>
    public IRecordStore Store => _store;

    /// <summary>The record itself.</summary>
    public IRecordQueries Record => _store;

    /// <summary>The server itself.</summary>
    public WebApplication App => _app;

    /// <summary>Starts it with the given articles.</summary>
    public static async Task<Served> WithAsync(IEnumerable<ArticleRecord> articles, Func<IRecordQueries, IRecordQueries>? wrap = null, Func<WebOptions, WebOptions>? options = null)
    {
        SqliteRecordStore store = await SqliteRecordStore.InMemoryAsync(new FixedClock());
        foreach (ArticleRecord article in articles) await store.AddAsync(article, CancellationToken.None);
        WebOptions usual = new() { Urls = ["http://127.0.0.1:0"], Title = "Ferry dispute" };
        WebApplication app = RapporteurWeb.Create(wrap?.Invoke(store) ?? store, options?.Invoke(usual) ?? usual);
        await app.StartAsync();
        return new Served(store, app);
    }

    /// <summary>Loads a page and sends one of its forms as a browser would, with the cookie and the token that came with it.</summary>
    /// <param name="page">The page's address.</param>
    /// <param name="form">Selects the form.</param>
    /// <param name="values">What is typed and pressed, beside the form's hidden fields.</param>
    public async Task<HttpResponseMessage> SendAsync(string page, string form, params (string Name, string Value)[] values)
    {
        using HttpResponseMessage loaded = await Client.GetAsync(page);
        AngleSharp.Html.Dom.IHtmlDocument document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await loaded.Content.ReadAsStringAsync());
        AngleSharp.Dom.IElement found = document.QuerySelector(form) ?? throw new InvalidOperationException($"{page} has no form {form}.");
        Dictionary<string, string> fields = found.QuerySelectorAll("input[type=hidden]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value")!);
        foreach ((string name, string value) in values) fields[name] = value;
        using HttpRequestMessage request = new(HttpMethod.Post, found.GetAttribute("action")) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", loaded.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return await Client.SendAsync(request);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 6, 12, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>The whole invented record, served once for all tests of a collection, which only read it.</summary>
public sealed class InventedServed : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public Served Served { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Served = await Served.WithAsync(Invented.All());

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Served.DisposeAsync();
}

/// <summary>Tests that share <see cref="InventedServed"/>.</summary>
[CollectionDefinition(nameof(InventedRecord))]
public sealed class InventedRecord : ICollectionFixture<InventedServed>;
