using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.WebEncoders;
using Rapporteur.Web.Api;
using Rapporteur.Web.Assets;
using Rapporteur.Web.Downloads;
using Rapporteur.Web.Safety;
using Rapporteur.Web.Watching;

namespace Rapporteur.Web;

/// <summary>The pages and the API over one record.</summary>
public static class RapporteurWeb
{
    /// <summary>Builds the server; the caller starts and disposes it.</summary>
    /// <remarks>Takes nothing from the working directory, from settings files or from environment variables.</remarks>
    /// <param name="record">What is shown. It must bear being asked by several requests at the same time.</param>
    /// <param name="options">Where to listen and what to call the dossier.</param>
    /// <exception cref="ArgumentException">The options have an <see cref="WebOptions.Objection"/>.</exception>
    public static WebApplication Create(IRecordQueries record, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Objection() is { } objection) throw new ArgumentException(objection);

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(RapporteurWeb).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = options.Certificate);
        }).UseUrls([.. options.Urls]);
        // Who is told to stop is killed after ten seconds; requests that have begun have most of them.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        Logs.Configure(builder.Logging, options.Log);
        AddServices(builder.Services, record, options);

        WebApplication app = builder.Build();
        AddPipeline(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, IRecordQueries record, WebOptions options)
    {
        services.AddSingleton(record).AddSingleton(options).AddSingleton<Metrics>().AddSingleton(Changes.Of(record)).AddSingleton<WholeRecord>();
        // A proxy on this machine is believed when it says who asks and whether by https; nobody else is. That is what the middleware does unless told otherwise.
        services.Configure<ForwardedHeadersOptions>(proxy => proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.Configure<HostFilteringOptions>(hosts =>
        {
            hosts.AllowedHosts = [.. ListenAddress.AcceptedHosts(options)];
            hosts.AllowEmptyHosts = false;
        });
        // What HTML gives no meaning to is sent as it is written: é instead of &#xE9;, which keeps pages small and legible.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/";
            // What is shown instead of a page holds nothing of the record.
            pages.Conventions.AllowAnonymousToFolder("/Problems");
        });
        Access.AddServices(services, options);
        services.AddRapporteurApi();
    }

    private static void AddPipeline(WebApplication app)
    {
        // Counts from the first request on, not from the first question.
        app.Services.GetRequiredService<Metrics>();
        app.UseForwardedHeaders();
        app.UseRequestLog(TimeProvider.System);
        app.Use(SafetyHeaders.Add);
        app.UseHostFiltering();
        app.UseWhen(ApiRoutes.Claims, api => api.UseExceptionHandler().UseStatusCodePages().Use(EntityTags.Add));
        app.UseWhen(http => !ApiRoutes.Claims(http), pages =>
            pages.UseExceptionHandler("/problems/500").UseStatusCodePagesWithReExecute("/problems/{0}"));
        app.Use(ChangeGuard.Refuse);
        app.Use(ListDownloads.ByContentType);
        app.UseRouting();
        app.Use(ChangeGuard.RefuseUnhandled);
        app.UseAuthentication();
        app.UseAuthorization();
        Asset.Style.Map(app);
        Asset.Icon.Map(app);
        Asset.CorrectScript.Map(app);
        ListDownloads.Map(app);
        app.MapRazorPages();
        app.MapRapporteurApi();
        MetricsRoute.Map(app);
    }
}
