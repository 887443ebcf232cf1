using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rapporteur.Reading;
using Rapporteur.Reading.Web;

namespace Rapporteur.Tests.Reading;

/// <summary>A real server on the loopback address that behaves as badly as the test wants.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestServer(WebApplication app) => this.app = app;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Root { get; private set; } = "";

    /// <summary>The paths that were asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Private addresses have to be allowed to read from here.</summary>
    public static readonly ReaderOptions Options = new()
    {
        AllowPrivateAddresses = true,
        // Long enough for a busy machine, short enough to wait for.
        RequestTime = TimeSpan.FromSeconds(20),
        LongestWait = TimeSpan.FromSeconds(2),
        MaxBytes = 200_000,
    };

    public static async Task<TestServer> StartAsync(RequestDelegate answer, RequestDelegate? robots = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication host = builder.Build();
        TestServer server = new(host);
        host.Run(context =>
        {
            server.Asked.Enqueue(context.Request.Path + context.Request.QueryString);
            return context.Request.Path != "/robots.txt" ? answer(context) : robots is not null ? robots(context) : Status(context, 404);
        });
        await host.StartAsync();
        server.Root = host.Urls.Single();
        return server;
    }

    public async Task<List<ReadResult>> ReadAsync(string path, IFetchMemory? memory = null, ReaderOptions? options = null)
    {
        options ??= Options;
        using HttpClient http = GuardedHttp.Create(options);
        Reader reader = new(options, http, memory, TimeProvider.System);
        return await reader.ReadAsync(Root + path, CancellationToken.None).ToListAsync();
    }

    public static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static Task Html(HttpContext context, string html) => Send(context, "text/html; charset=utf-8", html);

    public static Task Send(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
