using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Rapporteur.Text.Tests.Attributions;

public sealed class AttributionProperties
{
    // What the rules look at, and what breaks readers: marks, cues, names, lone surrogates, control characters, long runs.
    private static readonly string[] Pieces =
    [
        "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "``", "''", " ", " ", " ", "\n", ".", ",", ":", ";", "—", "―", "(", ")", "said", "told", "that", "according", "to",
        "according to", "Arden", "Mira", "President", "the", "he", "who", "and", "we", "my", "made", "it", "clear", "called", "on", "Monday", "asked", "\ud800", "\udc00", "\0", "😀", "é", "1,000", "…", "Mr.",
    ];

    private static readonly Arbitrary<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void Any_string_is_survived_and_every_span_lies_inside_it()
    {
        TextAnalyser analyser = new();
        Prop.ForAll(Texts, text =>
        {
            foreach (Attribution found in analyser.Annotate(text, new DateOnly(2026, 3, 5)).Attributions)
            {
                Assert.NotEmpty(found.Content);
                Assert.All(found.Content.Concat(found.Source).Concat(found.Cue), span => Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= text.Length));
                Assert.InRange(found.Confidence, 0, 1);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Propositions_are_parts_of_what_their_cue_governs()
    {
        TextAnalyser analyser = new();
        Prop.ForAll(Texts, text =>
        {
            TextSpan[] governed = [.. analyser.Annotate(text).Attributions.SelectMany(one => one.Content)];
            foreach (Attribution found in analyser.Annotate(text, unit: AttributionUnit.Proposition).Attributions)
            {
                Assert.NotEmpty(found.Content);
                Assert.All(found.Content, span => Assert.Contains(governed, whole => !span.IsEmpty && whole.Contains(span)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void The_same_text_gives_the_same_attributions_every_time()
    {
        const string Text = "“The bridge will open,” Mira Arden said on Monday. She told the council that the harbour was safe, according to Edda Bray.";
        TextAnalyser analyser = new();
        Assert.Equal(Shown(analyser), Shown(new TextAnalyser()));

        static string Shown(TextAnalyser analyser) =>
            string.Join('\n', analyser.Annotate(Text).Attributions.Select(a => $"{a.Source[0]} {a.Cue[0]} {a.Content[0]} {a.Speaker} {a.Confidence}"));
    }

    [Theory]
    [InlineData("The council met. The harbour stays closed,” the minister said.", "after, opening mark lost")]
    [InlineData("“The harbour stays closed, the minister said.", "after, closing mark lost")]
    [InlineData("“The harbour stays closed,” the minister said.", "after")]
    public void A_lost_mark_is_told(string text, string foundBy) =>
        Assert.Equal(foundBy, Assert.Single(new TextAnalyser().Annotate(text).Attributions).FoundBy);

    [Theory]
    [InlineData("“")]
    [InlineData("”")]
    [InlineData("\"")]
    [InlineData("‘")]
    [InlineData("' ")]
    [InlineData("“a ")]
    [InlineData("said “")]
    [InlineData("a” ")]
    [InlineData("he said ")]
    [InlineData("according to he said, ")]
    public void Twenty_thousand_marks_or_cues_on_one_line_are_read_in_seconds(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 20_000));
        Stopwatch watch = Stopwatch.StartNew();
        _ = new TextAnalyser().Annotate(text).Attributions;
        // A hundred thousand tokens take the network eight seconds on a quiet machine; quadratic passes take many minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(90), $"took {watch.Elapsed}");
    }
}
