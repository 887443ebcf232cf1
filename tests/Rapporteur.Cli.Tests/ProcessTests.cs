using System.Diagnostics;
using System.Text.Json;

namespace Rapporteur.Cli.Tests;

/// <summary>The program as a process of its own: signals, two at once, and the demo.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Session _session = new();

    [Fact]
    public async Task Ctrl_C_stops_cleanly_and_the_same_command_goes_on()
    {
        WriteManyArticles(400);
        using Process reading = Start("read", _session.Path_("in"), "--db", _session.Database, "--jobs", "1");
        await UntilAsync(() => File.Exists(_session.Database) && CountArticles() > 3);
        Interrupt(reading);
        await reading.WaitForExitAsync(Timeout());
        string said = await reading.StandardOutput.ReadToEndAsync();

        Assert.Contains("Stopped", said, StringComparison.Ordinal);
        Assert.Equal(1, reading.ExitCode);
        int before = CountArticles();
        Assert.InRange(before, 1, 399);
        Assert.Equal(0, (await Session.RunAsync("read", _session.Path_("in"), "--db", _session.Database)).Code);
        Assert.Equal(400, CountArticles());
    }

    [Fact]
    public async Task Two_processes_read_into_one_dossier()
    {
        WriteManyArticles(120);
        using Process one = Start("read", _session.Path_("in"), "--db", _session.Database);
        using Process two = Start("read", _session.Path_("in"), "--db", _session.Database);
        await Task.WhenAll(one.WaitForExitAsync(Timeout()), two.WaitForExitAsync(Timeout()));
        Assert.Equal((0, 0), (one.ExitCode, two.ExitCode));
        Assert.Equal(120, CountArticles());
    }

    [Fact]
    public async Task The_demo_reads_the_samples_and_serves_them_until_it_is_stopped()
    {
        using Process demo = Start("demo", "--urls", "http://127.0.0.1:0");
        string? address = null, line;
        while (address is null && (line = await demo.StandardOutput.ReadLineAsync(Timeout())) is not null)
        {
            int at = line.IndexOf("http://", StringComparison.Ordinal);
            if (at >= 0) address = line[at..].Split(' ', ',')[0];
        }

        Assert.NotNull(address);
        using HttpClient browser = new() { BaseAddress = new Uri(address) };
        Assert.Equal("text/html", (await browser.GetAsync("/", Timeout())).Content.Headers.ContentType?.MediaType);
        using JsonDocument statements = JsonDocument.Parse(await browser.GetStringAsync("/api/v1/statements", Timeout()));
        Assert.True(statements.RootElement.GetProperty("total").GetInt32() > 100, "the samples report more than a hundred statements");
        Interrupt(demo);
        await demo.WaitForExitAsync(Timeout());
        Assert.Equal(0, demo.ExitCode);
    }

    private void WriteManyArticles(int count)
    {
        foreach (int i in Enumerable.Range(0, count)) _session.WriteArticle($"in/a{i:000}.txt", words: $"We counted {i + 2} boats in the harbour this morning");
    }

    private int CountArticles()
    {
        Ran articles = Session.RunAsync("export", "articles", "--db", _session.Database).GetAwaiter().GetResult();
        return articles.Code == 0 ? articles.JsonLines.Count : 0;
    }

    private static Process Start(params string[] args)
    {
        // A shell's background jobs ignore Ctrl-C and hand that on to what they start; env gives the program its own ears back.
        ProcessStartInfo start = new("env") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add("dotnet");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "rapporteur.dll"));
        foreach (string arg in args) start.ArgumentList.Add(arg);
        Process process = Process.Start(start)!;
        // Nobody reads stderr here; a full pipe would stop the program.
        process.BeginErrorReadLine();
        return process;
    }

    private static void Interrupt(Process process) => Process.Start("kill", ["-INT", process.Id.ToString()]).WaitForExit();

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (CancellationToken patience = Timeout(); !condition(); patience.ThrowIfCancellationRequested()) await Task.Delay(50, CancellationToken.None);
    }

    private static CancellationToken Timeout() => new CancellationTokenSource(Patience).Token;

    public void Dispose() => _session.Dispose();
}
