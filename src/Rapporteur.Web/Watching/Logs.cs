using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Rapporteur.Web.Watching;

/// <summary>What the server tells about its work, on standard error.</summary>
internal static partial class Logs
{
    private const string Requests = "Rapporteur.Requests";

    /// <summary>Sets up the log.</summary>
    public static void Configure(ILoggingBuilder log, LogForm form)
    {
        log.SetMinimumLevel(LogLevel.Warning);
        // An address that cannot be listened on is told in a sentence by who started the server.
        log.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Standard output belongs to what the command prints.
        log.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (form == LogForm.Text)
        {
            log.AddConsole();
            return;
        }

        log.AddFilter(Requests, LogLevel.Information).AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            json.JsonWriterOptions = new JsonWriterOptions { Indented = false };
        });
    }

    /// <summary>Tells every request that was answered: by its route, never by its address, whose parts are what somebody searches for.</summary>
    public static void UseRequestLog(this WebApplication app, TimeProvider clock)
    {
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Requests);
        if (!log.IsEnabled(LogLevel.Information)) return;
        app.Use(async (http, next) =>
        {
            long start = clock.GetTimestamp();
            try
            {
                await next(http);
            }
            finally
            {
                string route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
                Answered(log, http.Request.Method, route, http.Response.StatusCode, Math.Round(clock.GetElapsedTime(start).TotalMilliseconds, 1));
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string route, int status, double milliseconds);
}
