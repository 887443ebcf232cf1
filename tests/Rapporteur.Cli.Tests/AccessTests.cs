using System.Diagnostics;
using System.Text.Json;

namespace Rapporteur.Cli.Tests;

/// <summary>Who may use a dossier from other machines.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private readonly Session _session = new();

    public async Task InitializeAsync()
    {
        _session.WriteArticle("news/one.txt");
        Assert.Equal(0, (await Session.RunAsync("read", _session.Path_("news"), "--db", _session.Database)).Code);
    }

    public Task DisposeAsync()
    {
        _session.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Serve_listens_elsewhere_only_when_a_password_or_token_is_set()
    {
        Ran refused = await Session.RunAsync("serve", "--db", _session.Database, "--urls", "http://0.0.0.0:0");
        Assert.Equal(1, refused.Code);
        Assert.Contains("could be reached from other machines", refused.Error, StringComparison.Ordinal);
        Assert.Contains("rapporteur access password", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_kept_as_a_hash_that_only_its_owner_can_read()
    {
        string from = _session.Write("password.txt", "seven herons at dawn\n");
        Assert.Equal(0, (await Session.RunAsync("access", "password", "--from", from, "--db", _session.Database)).Code);
        string file = _session.Database + ".access.json";
        Assert.DoesNotContain("herons", File.ReadAllText(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal("a password\n", (await Session.RunAsync("access", "list", "--db", _session.Database)).Out);
        Assert.Equal(0, (await Session.RunAsync("access", "remove", "--password", "--db", _session.Database)).Code);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_short_password_is_refused()
    {
        Ran refused = await Session.RunAsync("access", "password", "--from", _session.Write("p.txt", "herons"), "--db", _session.Database);
        Assert.Equal(1, refused.Code);
        Assert.Contains("fewer than 12 characters", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_printed_once_and_taken_back_by_its_name()
    {
        Ran made = await Session.RunAsync("access", "token", "script", "--db", _session.Database);
        Assert.StartsWith("rapporteur_", made.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Out.Trim(), File.ReadAllText(_session.Database + ".access.json"), StringComparison.Ordinal);
        Assert.Equal(1, (await Session.RunAsync("access", "token", "script", "--db", _session.Database)).Code);
        Assert.Equal("no password\ntoken script\n", (await Session.RunAsync("access", "list", "--db", _session.Database)).Out);
        Assert.Equal(0, (await Session.RunAsync("access", "remove", "script", "--db", _session.Database)).Code);
        Assert.Equal(1, (await Session.RunAsync("access", "remove", "script", "--db", _session.Database)).Code);
    }

    [Fact]
    public async Task A_damaged_access_file_lets_nobody_in()
    {
        File.WriteAllText(_session.Database + ".access.json", "{");
        Ran refused = await Session.RunAsync("serve", "--db", _session.Database, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, refused.Code);
        Assert.Contains("is damaged", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_logs_requests_as_json_without_what_was_searched_for_and_ends_in_peace_when_told_to()
    {
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string word in new[] { Path.Combine(AppContext.BaseDirectory, "rapporteur.dll"), "serve", "--db", _session.Database, "--urls", "http://127.0.0.1:0", "--log", "json" }) start.ArgumentList.Add(word);
        using Process serve = Process.Start(start)!;
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        string line = (await serve.StandardOutput.ReadLineAsync(patience.Token))!;
        using HttpClient client = new() { BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Split(' ')[0]) };
        (await client.GetAsync("/api/v1/statements?about=confidential-word", patience.Token)).EnsureSuccessStatusCode();
        Process.Start("kill", ["-TERM", $"{serve.Id}"]).WaitForExit();
        string log = await serve.StandardError.ReadToEndAsync(patience.Token);
        await serve.WaitForExitAsync(patience.Token);
        Assert.Equal(0, serve.ExitCode);
        JsonElement[] lines = [.. log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(one => JsonDocument.Parse(one).RootElement)];
        JsonElement state = Assert.Single(lines, one => one.GetProperty("Category").GetString() == "Rapporteur.Requests").GetProperty("State");
        Assert.Equal(("GET", 200), (state.GetProperty("Method").GetString(), state.GetProperty("Status").GetInt32()));
        Assert.EndsWith("/api/v1/statements", state.GetProperty("Route").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("confidential", log, StringComparison.Ordinal);
    }
}
