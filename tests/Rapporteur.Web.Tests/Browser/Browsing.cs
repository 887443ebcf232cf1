using Microsoft.Playwright;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Browser;

/// <summary>The distribution's Chromium over the invented record. Without it these tests fail: what nobody looked at does not pass.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;

    /// <summary>The server the browser looks at.</summary>
    public Served Served { get; private set; } = null!;

    private IBrowser Browser { get; set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (!File.Exists(Chromium)) throw new InvalidOperationException($"{Chromium} is missing. Run ./check, which installs the chromium package, or install it yourself.");
        Served = await Served.WithAsync(Invented.All());
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium, Headless = true, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A new window. Whatever its console says, policy violations included, is kept.</summary>
    public async Task<Window> OpenAsync(string path = "/", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        IPage page = await Browser.NewPageAsync(new BrowserNewPageOptions
        {
            BaseURL = Served.Address.ToString(), ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 900 }, Locale = "en-GB",
        });
        // A slow, busy machine is no failure of the page.
        page.SetDefaultTimeout(60_000);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await page.GotoAsync(path);
        return new Window(page, complaints);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (Served is not null) await Served.DisposeAsync();
    }
}

/// <summary>One window and what its console said.</summary>
public sealed record Window(IPage Page, IReadOnlyList<string> Complaints) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
