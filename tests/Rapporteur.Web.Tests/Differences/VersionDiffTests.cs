using Rapporteur.Matching.Changes;
using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Web.Differences;

namespace Rapporteur.Web.Tests.Differences;

public sealed class VersionDiffTests
{
    [Fact]
    public void A_changed_word_is_shown_inside_its_paragraph() =>
        Assert.Equal("The talks -will +may go on.", Assert.Single(Changes("The talks will go on.\n\nRain.", "The talks may go on.\n\nRain.")));

    [Fact]
    public void Single_words_kept_by_coincidence_do_not_scatter_a_change() => Assert.Equal(
        "Nobody knows when the -boats of the council leave.+ferry to the coast returns.",
        Assert.Single(Changes("Nobody knows when the boats of the council leave.", "Nobody knows when the ferry to the coast returns.")));

    [Fact]
    public void A_new_paragraph_is_shown_whole() => Assert.Equal("+Wind.", Assert.Single(Changes("Rain.", "Rain.\n\nWind.")));

    [Fact]
    public void A_paragraph_replaced_by_another_is_two_changes() =>
        Assert.Equal(["-The boats are late.", "+Nobody knows why it rained."], Changes("The boats are late.", "Nobody knows why it rained."));

    [Fact]
    public void The_same_text_has_no_changes() => Assert.Empty(Changes("Rain.\n\nWind.", "Rain.\n\nWind."));

    [Fact]
    public void Kept_and_removed_pieces_are_the_old_sequence_kept_and_added_ones_the_new()
    {
        Gen<int[]> any = Gen.ArrayOf(Gen.Choose(0, 4));
        Prop.ForAll((from before in any from after in any select (before, after)).ToArbitrary(), pair =>
        {
            IReadOnlyList<Change<int>> changes = SequenceDiff.Of(pair.before, pair.after);
            return Without(changes, ChangeKind.Added).SequenceEqual(pair.before) && Without(changes, ChangeKind.Removed).SequenceEqual(pair.after);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20260303, 7));
    }

    [Fact]
    public void Very_long_rewritten_texts_are_shown_as_rewritten()
    {
        IReadOnlyList<Change<int>> changes = SequenceDiff.Of([.. Enumerable.Range(0, 5000)], [.. Enumerable.Range(5000, 5000)]);
        Assert.Equal(5000, changes.Count(change => change.Kind == ChangeKind.Removed));
        Assert.Equal(5000, changes.Count(change => change.Kind == ChangeKind.Added));
    }

    private static IEnumerable<int> Without(IReadOnlyList<Change<int>> changes, ChangeKind kind) =>
        changes.Where(change => change.Kind != kind).Select(change => change.Piece);

    private static List<string> Changes(string before, string after) =>
    [
        .. VersionDiff.Of(ArticleOf(before), ArticleOf(after)).Select(paragraph => string.Concat(paragraph.Select(change =>
            (change.Kind switch { ChangeKind.Added => "+", ChangeKind.Removed => "-", _ => "" }) + change.Piece))),
    ];

    private static Article ArticleOf(string text) => new() { Location = "x", Text = text };
}
