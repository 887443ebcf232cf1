using Rapporteur.Web.Tests.Fixtures;

using Rapporteur.Web.Safety;

namespace Rapporteur.Web.Tests.Safety;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://127.0.0.2:0")]
    public void This_machine_may_be_listened_on(string url) => Assert.Null(new WebOptions { Urls = [url] }.Objection());

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.7:5080")]
    [InlineData("http://desk.example:5080")]
    public void Other_machines_are_let_in_only_when_something_is_asked_of_them(string url)
    {
        Assert.Contains("could be reached from other machines", new WebOptions { Urls = [url] }.Objection());
        Assert.Contains("rapporteur access password", new WebOptions { Urls = [url] }.Objection());
        Assert.Null(new WebOptions { Urls = [url], Access = () => new AccessRules("a hash", []) }.Objection());
        Assert.Null(new WebOptions { Urls = [url], Access = () => new AccessRules(null, [new AccessToken("desk", "a hash")]) }.Objection());
        Assert.Throws<ArgumentException>(() => RapporteurWeb.Create(BrokenRecord.Create(), new WebOptions { Urls = [url] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5080")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://unix:/tmp/x.sock")]
    [InlineData("http://127.0.0.1:5080/desk")]
    public void What_is_no_address_to_listen_on_is_refused(string url) => Assert.NotNull(new WebOptions { Urls = [url], Access = () => new AccessRules("a hash", []) }.Objection());

    [Fact]
    public void No_address_at_all_is_refused() => Assert.NotNull(new WebOptions { Urls = [] }.Objection());
}
