using System.Text;
using Rapporteur.Text.Meanings;

namespace Rapporteur.Text.Tests.Meanings;

public sealed class MeaningTests
{
    [Theory]
    [InlineData("We will not give up the harbour", "The country keeps its port, the minister said", "The harbour master gave up smoking")]
    [InlineData("The envoy rejected a pause in the fighting", "There will be no ceasefire, the ambassador made clear", "The envoy rejected an invitation to dinner")]
    public void Words_that_say_the_same_are_more_alike_than_words_that_share_words(string said, string again, string other) =>
        Assert.True(Meaning.Of(said).Likeness(Meaning.Of(again)) > Meaning.Of(said).Likeness(Meaning.Of(other)));

    [Fact]
    public void Words_are_as_like_as_can_be_to_themselves_however_they_are_written_large() =>
        Assert.Equal(1, Meaning.Of("THE TALKS BEGIN ON MONDAY").Likeness(Meaning.Of("the talks begin on Monday")), 12);

    [Fact]
    public void Words_mean_the_same_whether_they_are_asked_for_alone_or_among_others()
    {
        string[] all = [.. Enumerable.Range(1, 30).Select(i => string.Join(' ', Enumerable.Repeat("the delegations of both sides meet", i % 7).Append($"on day {i}")))];
        Assert.Equal(all.Select(words => Convert.ToHexString(Meaning.Of(words).ToBytes())), Meaning.Of(all).Select(meaning => Convert.ToHexString(meaning.ToBytes())));
        Assert.Empty(Meaning.Of((IReadOnlyList<string>)[]));
    }

    [Fact]
    public void A_meaning_comes_back_from_its_bytes()
    {
        Meaning meaning = Meaning.Of("The bridge will be open again by the summer.");
        Meaning back = Meaning.FromBytes(meaning.ToBytes());
        Assert.Equal(meaning.ToBytes(), back.ToBytes());
        Assert.Equal(1, meaning.Likeness(back), 12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("„“ – ")]
    [InlineData("Переговоры начнутся в понедельник")]
    [InlineData("\ud83d")]
    public void Anything_has_a_meaning(string words) => Assert.Equal(1, Meaning.Of(words).Likeness(Meaning.Of(words)), 6);

    [Fact]
    public void Very_long_words_and_texts_are_cut()
    {
        string many = string.Join(' ', Enumerable.Repeat("unquestionably", 400)), longest = new('x', 100_000);
        Assert.Equal(Meaning.Width, Meaning.Of(many).ToBytes().Length);
        Assert.Equal(Meaning.Width, Meaning.Of(longest).ToBytes().Length);
    }

    [Fact]
    public void Bytes_of_another_number_are_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Meaning.FromBytes(Encoding.ASCII.GetBytes("short")));
        Assert.Contains("96 bytes, these are 5", refused.Message, StringComparison.Ordinal);
    }
}
