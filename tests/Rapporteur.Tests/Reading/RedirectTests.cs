using Microsoft.AspNetCore.Http;
using Rapporteur.Reading;

namespace Rapporteur.Tests.Reading;

public sealed class RedirectTests
{
    private const string Article = "<html><body><p>The ferry sails again, the mayor said.</p></body></html>";

    [Fact]
    public async Task Redirects_are_followed_and_the_last_address_is_kept()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            if (context.Request.Path == "/new") return TestServer.Html(context, Article);
            context.Response.Redirect("/new", permanent: true);
            return Task.CompletedTask;
        });

        Assert.Equal(server.Root + "/new", (await ReadPage(server, "/old")).Location);
    }

    [Fact]
    public async Task A_redirect_in_a_circle_is_left()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Redirect(context.Request.Path == "/a" ? "/b" : "/a");
            return Task.CompletedTask;
        });

        await Fails(server, "/a", "redirects in a circle");
        Assert.Equal(["/robots.txt", "/a", "/b"], server.Asked);
    }

    [Fact]
    public async Task A_redirect_without_end_is_left()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Redirect(context.Request.Path + "x");
            return Task.CompletedTask;
        });

        await Fails(server, "/a", "redirects more than 5 times");
        Assert.Equal(1 + 6, server.Asked.Count);
    }

    [Fact]
    public async Task A_redirect_to_a_file_of_this_machine_is_refused()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.Location = "file:///etc/hostname";
            return TestServer.Status(context, 302);
        });

        await Fails(server, "/a", "only http and https");
    }

    private static async Task Fails(TestServer server, string path, string reason)
    {
        ReadResult result = Assert.Single(await server.ReadAsync(path));
        Assert.Null(result.Page);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.True(result.Failed);
    }

    private static async Task<Page> ReadPage(TestServer server, string path)
    {
        ReadResult result = Assert.Single(await server.ReadAsync(path));
        Assert.Null(result.Reason);
        return result.Page!;
    }
}
