using System.Net;
using Rapporteur.Reading;
using Rapporteur.Reading.Web;

namespace Rapporteur.Tests.Reading;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("2002:7f00:1::")]
    public void A_private_address_is_known_in_every_spelling(string address) => Assert.False(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::1.1.1.1")]
    public void A_public_address_is_let_through(string address) => Assert.True(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Nothing_is_fetched_from_this_machine_unasked(string host)
    {
        await using TestServer server = await TestServer.StartAsync(context => TestServer.Html(context, "<p>secret</p>"));
        ReaderOptions options = new();
        using HttpClient http = GuardedHttp.Create(options);
        string url = server.Root.Replace("127.0.0.1", host, StringComparison.Ordinal) + "/a";

        ReadResult result = Assert.Single(await new Reader(options, http, null, TimeProvider.System).ReadAsync(url, CancellationToken.None).ToListAsync());

        Assert.True(result.Failed);
        Assert.Contains("lies in a private network", result.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }
}
