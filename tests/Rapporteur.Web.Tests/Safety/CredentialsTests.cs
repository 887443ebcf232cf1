using Rapporteur.Web.Safety;

namespace Rapporteur.Web.Tests.Safety;

public sealed class CredentialsTests
{
    [Fact]
    public void A_password_is_kept_as_a_salted_slow_hash()
    {
        string one = Credentials.HashPassword("seven herons at dawn"), other = Credentials.HashPassword("seven herons at dawn");
        Assert.NotEqual(one, other);
        // The third form of the hasher: a one, the function (2: HMAC-SHA-512) and the rounds, each in four bytes.
        byte[] bytes = Convert.FromBase64String(one);
        Assert.Equal((1, 2, 100_000), (bytes[0], (bytes[1] << 24) | (bytes[2] << 16) | (bytes[3] << 8) | bytes[4], (bytes[5] << 24) | (bytes[6] << 16) | (bytes[7] << 8) | bytes[8]));
        Assert.True(Credentials.PasswordFits(new AccessRules(one, []), "seven herons at dawn"));
        Assert.False(Credentials.PasswordFits(new AccessRules(one, []), "seven herons at dawn "));
        Assert.False(Credentials.PasswordFits(AccessRules.None, ""));
    }

    [Fact]
    public void Tokens_differ_and_their_hash_is_no_token()
    {
        string token = Credentials.NewToken();
        Assert.NotEqual(token, Credentials.NewToken());
        AccessRules rules = new(null, [new AccessToken("a", Credentials.HashToken("other")), new AccessToken("b", Credentials.HashToken(token))]);
        Assert.Equal("b", Credentials.TokenOf(rules, token)!.Name);
        Assert.Null(Credentials.TokenOf(rules, rules.Tokens[1].Hash));
    }

    [Theory]
    [InlineData("elevenchars", false)]
    [InlineData("twelve chars", true)]
    [InlineData("🚢🚢🚢🚢🚢🚢", false)]
    public void A_password_has_twelve_characters(string password, bool taken) => Assert.Equal(taken, Credentials.Objection(password) is null);
}
