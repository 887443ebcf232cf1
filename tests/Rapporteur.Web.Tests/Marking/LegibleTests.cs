using AngleSharp.Dom;
using Rapporteur.Web.Marking;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Marking;

public sealed class LegibleTests
{
    [Fact]
    public void Markup_of_strangers_is_text() =>
        Assert.Empty(Legible.Inline("<script>alert(1)</script><img src=x onerror=alert(2)>").Parsed().QuerySelectorAll("script, img"));

    [Theory]
    [InlineData("\u202E", "right-to-left override, U+202E")]
    [InlineData("\u200B", "zero-width space, U+200B")]
    [InlineData("\u2067", "invisible character, U+2067")]
    [InlineData("\U000E0041", "invisible character, U+E0041")]
    public void A_character_that_cannot_be_seen_is_kept_shut_in_and_named(string character, string name)
    {
        IElement shown = Legible.Inline($"a{character}b").Parsed();
        IElement unseen = shown.QuerySelector("span.unseen")!;
        Assert.Equal(character, unseen.TextContent);
        Assert.Equal(name, unseen.GetAttribute("title"));
        Assert.Equal($"a{character}b", shown.TextContent);
    }

    [Theory]
    [InlineData("👩\u200D🚀")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("Łódź – “quoted” — naïve")]
    public void Joiners_and_letters_of_other_scripts_are_left_alone(string text) =>
        Assert.Equal($"<bdi>{text}</bdi>", System.Net.WebUtility.HtmlDecode(Legible.Inline(text).Written()));

    [Fact]
    public void Plain_text_leaves_out_what_would_turn_a_title_around() =>
        Assert.Equal("ab c", Legible.Plain("a\u202Eb\u200B\nc"));
}
