using Rapporteur.Matching.Changes;
using Rapporteur.Text;

namespace Rapporteur.Tests.Matching.Changes;

public sealed class WordingDiffTests
{
    [Theory]
    [InlineData("the ferry sails", "The ferry sails.", "=The ferry sails.")]
    [InlineData("the old ferry sails", "the ferry sails", "=the -old =ferry sails")]
    [InlineData("the ferry sails", "the ferry sails today", "=the ferry sails +today")]
    [InlineData("the ferry sails", "the ferry stays", "=the ferry ~sails>stays")]
    [InlineData("on Monday the ferry sails", "the ferry sails on Monday", "<on Monday =the ferry sails >on Monday")]
    [InlineData("", "the ferry", "+the ferry")]
    [InlineData("— — ", "…", "")]
    public void Words_are_kept_dropped_added_replaced_or_moved(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordingDiff.Of(before, after).Select(Written)));

    [Fact]
    public void Whatever_the_strings_the_runs_give_both_wordings_back()
    {
        Random random = new(5);
        string[] words = ["ferry", "the", "not", "“two", "boats”", "Orlin's", "\uD83D", "…", "24", "%", "\u202E", "Übersee", "may", "never,"];
        for (int i = 0; i < 400; i++)
        {
            string before = Any(), after = Any();
            IReadOnlyList<WordRun> runs = WordingDiff.Of(before, after);
            Assert.Equal(Keys(after), Keys(string.Join(' ', runs.Select(run => run.After))));
            Assert.Equal(Keys(before), Keys(string.Join(' ', runs.Select(run => run.Before))));
            foreach (AttributionForm form in Enum.GetValues<AttributionForm>()) WordingChange.Of(new Wording(before, form), new Wording(after, AttributionForm.Mixed));
        }

        string Any() => string.Join(' ', Enumerable.Range(0, random.Next(9)).Select(_ => words[random.Next(words.Length)]));
    }

    private static string Keys(string text) => string.Join(' ', Folding.Words(text));

    private static string Written(WordRun run) => run.Kind switch
    {
        RunKind.Kept => $"={run.After}",
        RunKind.Dropped => $"-{run.Before}",
        RunKind.Added => $"+{run.After}",
        RunKind.MovedAway => $"<{run.Before}",
        RunKind.MovedHere => $">{run.After}",
        _ => $"~{run.Before}>{run.After}",
    };
}
