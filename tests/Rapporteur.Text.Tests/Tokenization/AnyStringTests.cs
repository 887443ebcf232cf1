using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Rapporteur.Text.Tests.Tokenization;

/// <summary>Whatever the characters, there is an annotation, and it keeps its promises.</summary>
public sealed class AnyStringTests
{
    private static readonly TextAnalyser Analyser = new();

    [Fact]
    public void Any_string_is_annotated() =>
        Prop.ForAll<string>(text => Check(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mixture_of_marks_and_words_is_annotated()
    {
        string[] pieces = ["said", "don't", "U.S.", "\"", "“", "”", "'", ".", "…", "...", ",", " ", "\n", "\t", "\r\n", "—", "-", "(", "]", "Kostrava", "3,5", "http://a.example", "\uD83D", "\uDE00", "\0", "\u200D", "é", "שלום", "中文", "\u0301"];
        Gen<string> texts = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list));
        Prop.ForAll(texts.ToArbitrary(), text => Check(text)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\uDE00\uD83D")]
    [InlineData("a\0b \0")]
    [InlineData("שלום עולם. ما هذا؟")]
    [InlineData("👩‍👩‍👧‍👦🏽 👍🏽!")]
    [InlineData("e\u0301\u0301\u0301 \u0301")]
    [InlineData("\u2028\u2029\u0085")]
    public void Odd_characters_are_annotated(string text) => Check(text);

    [Fact]
    public void An_emoji_of_several_characters_is_one_token() =>
        Assert.Equal("👩‍👩‍👧", Assert.Single(Analyser.Annotate("👩‍👩‍👧").Tokens).Span.In("👩‍👩‍👧"));

    [Fact]
    public void Ten_thousand_quotation_marks_are_annotated() => Check(new string('"', 10_000));

    [Fact]
    public void A_megabyte_without_a_space_takes_time_in_proportion_to_its_length()
    {
        Check(new string('x', 1000));
        foreach (string unit in new[] { "x", ".x", "\"x", "'", "a-" })
        {
            double small = Seconds(unit, 100_000), large = Seconds(unit, 1_000_000);
            // Ten times the text may take ten times the time, and twice that for a busy machine; the square would be a hundred.
            Assert.True(large < (50 * small) + 2, $"{unit}: 100 kB in {small:F2} s, 1 MB in {large:F2} s");
        }
    }

    [Fact]
    public void Many_threads_reach_the_same_annotation_as_one()
    {
        string[] texts = [.. Enumerable.Range(0, 40).Select(i => $"Minister number {i} didn't agree. \"We will see,\" she said on day {i}. Mr. Orlan left the U.S. delegation.")];
        string[] alone = [.. texts.Select(Shown)];
        string[] together = new string[texts.Length];
        Parallel.For(0, texts.Length, i => together[i] = Shown(texts[i]));
        Assert.Equal(alone, together);
    }

    private static string Shown(string text) => string.Join('\n', Analyser.Annotate(text).Tokens);

    private static double Seconds(string unit, int length)
    {
        string text = string.Concat(Enumerable.Repeat(unit, length / unit.Length));
        Stopwatch watch = Stopwatch.StartNew();
        Analyser.Annotate(text);
        return watch.Elapsed.TotalSeconds;
    }

    private static void Check(string text)
    {
        AnnotatedText annotated = Analyser.Annotate(text);
        int end = 0, visible = 0;
        foreach (Token t in annotated.Tokens)
        {
            Assert.True(t.Span.Start >= end && t.Span.End > t.Span.Start && t.Span.End <= text.Length, "tokens are in order, not empty and inside the text");
            end = t.Span.End;
            visible += t.Span.Length;
            Assert.NotNull(t.Upos);
            Assert.NotNull(t.Xpos);
            Assert.NotNull(t.Lemma);
            Assert.NotNull(t.Relation);
        }

        Assert.Equal(text.Count(c => !char.IsWhiteSpace(c)), visible);
        int next = 0;
        foreach (Sentence s in annotated.Sentences)
        {
            Assert.Equal(next, s.FirstToken);
            Assert.True(s.EndToken > s.FirstToken);
            next = s.EndToken;
            int roots = 0;
            for (int i = s.FirstToken; i < s.EndToken; i++)
            {
                Token t = annotated.Tokens[i];
                if (t.Head < 0) roots++;
                else Assert.InRange(t.Head, s.FirstToken, s.EndToken - 1);
                Assert.NotEqual(i, t.Head);
            }

            Assert.Equal(1, roots);
        }

        Assert.Equal(annotated.Tokens.Count, next);
    }
}
