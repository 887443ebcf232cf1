using Rapporteur.Text.Attributions;

namespace Rapporteur.Text.Tests.Attributions;

public sealed class ChannelsTests
{
    private static readonly TextAnalyser Analyser = new();

    [Theory]
    [InlineData("\"The bridge will stay closed,\" Mayor Mira Arden said in an interview with the Harbour Herald.", Channel.Interview)]
    [InlineData("Mayor Mira Arden told a press conference on Monday that the bridge would stay closed.", Channel.PressConference)]
    [InlineData("During a telephone call with Jonas Hald, Mira Arden said that the bridge would stay closed.", Channel.Call)]
    [InlineData("\"The bridge will stay closed,\" Mira Arden wrote on Telegram.", Channel.Post)]
    [InlineData("Mira Arden tweeted that the bridge would stay closed.", Channel.Post)]
    [InlineData("In a letter to the council, Mira Arden warned that the bridge would stay closed.", Channel.Letter)]
    [InlineData("The ministry said in a statement that the bridge would stay closed.", Channel.Statement)]
    [InlineData("Mira Arden said that the bridge would stay closed.", Channel.Untold)]
    [InlineData("Mira Arden told the Harbour Post that the bridge would stay closed.", Channel.Untold)]
    [InlineData("Officials involved in the talks said that the bridge would stay closed.", Channel.Untold)]
    [InlineData("Mira Arden said that she had read it in a letter.", Channel.Untold)]
    public void The_means_stands_beside_the_cue_and_not_in_what_was_said(string text, Channel expected)
    {
        Attribution found = Assert.Single(Analyser.Annotate(text).Attributions);
        Assert.Equal(expected, found.Channel);
    }

    [Fact]
    public void What_one_says_next_to_the_same_is_said_on_the_same_occasion()
    {
        AnnotatedText text = Analyser.Annotate("\"The bridge will stay closed,\" Mira Arden said in an interview with the Harbour Herald. \"Nobody will pay for it,\" she added.");
        Assert.Equal([Channel.Interview, Channel.Interview], text.Attributions.Select(a => a.Channel));
    }

    [Fact]
    public void Names_in_files_are_read_as_they_are_written()
    {
        foreach (Channel channel in Enum.GetValues<Channel>())
        {
            Assert.True(ChannelNames.TryRead(ChannelNames.Of(channel), out Channel read));
            Assert.Equal(channel, read);
        }

        Assert.False(ChannelNames.TryRead("smoke", out _));
    }
}
