using Rapporteur.Positions;

namespace Rapporteur.Tests.Positions;

public sealed class IssueBookTests
{
    private const string Kept = """
        # ours
        issues:
          - name: Observers   # at sea
            aliases: [monitors]
            owner: Dessa
          - name: Safety levy
            aliases:
              - toll
        # the end
        """;

    [Fact]
    public void An_issue_is_read_with_its_aliases() =>
        Assert.Equal(["Observers: monitors", "Safety levy: toll"], IssueBook.Parse(Kept).Issues.Select(issue => $"{issue.Name}: {string.Join(',', issue.Aliases)}"));

    [Fact]
    public void Adding_keeps_comments_and_unknown_keys()
    {
        IssueBook book = IssueBook.Parse(Kept).Add("Ferry: the line", ["boats"]);
        Assert.Equal(["Observers", "Safety levy", "Ferry: the line"], book.Issues.Select(issue => issue.Name));
        Assert.Contains("owner: Dessa", book.Text, StringComparison.Ordinal);
        Assert.Contains("# at sea", book.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Renaming_keeps_the_old_name_as_an_alias()
    {
        IssueBook book = IssueBook.Parse(Kept).Rename("observers", "Observers in the Narrows");
        Assert.Equal(["monitors", "Observers"], book.Find("Observers in the Narrows")!.Aliases);
        Assert.Contains("# at sea", book.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Merging_takes_name_and_aliases_over()
    {
        IssueBook book = IssueBook.Parse(Kept).Merge("Observers", "Safety levy");
        Assert.Equal(["monitors", "Safety levy", "toll"], Assert.Single(book.Issues).Aliases);
        Assert.Contains("owner: Dessa", book.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Merging_the_first_into_the_last_works_as_well()
    {
        IssueBook book = IssueBook.Parse(Kept).Merge("Safety levy", "Observers");
        Assert.Equal(["Observers", "monitors", "toll"], Assert.Single(book.Issues).Aliases.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_broken_file_is_told_with_its_line() =>
        Assert.Contains("line 3", Assert.Throws<InvalidDataException>(() => IssueBook.Parse("issues:\n  - name: [\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_issue_without_a_name_is_told_with_its_line() =>
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => IssueBook.Parse("issues:\n  - aliases: [x]\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_new_file_begins_with_how_to_write_it() =>
        Assert.StartsWith("# Issues of this dossier", IssueBook.Parse("").Add("Levy", []).Text, StringComparison.Ordinal);
}
