using FsCheck;
using FsCheck.Fluent;

namespace Rapporteur.Text.Tests.Coreference;

public sealed class AnyStringTests
{
    private static readonly string[] Pieces =
        ["Harald Oswin", "he", "the", "president", ",", "who", "is", "'s", "of", "Portugal", "\"", "“", "”", "\ud800", "\0", "مرحبا", "👩‍👩‍👧", " ", "\n\n", "-", "elect", "Mr.", "said", ".", "’", "NATO", "\u202e", "Portuguese"];

    [Fact]
    public void Names_roles_and_references_of_any_string_lie_inside_it_in_order_and_apart()
    {
        Gen<string> texts = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces));
        Prop.ForAll(texts.ToArbitrary(), Holds).QuickCheckThrowOnFailure();
        Prop.ForAll<string>(text => Holds(text ?? "")).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_word_of_a_million_letters_and_ten_thousand_quotation_marks_are_annotated()
    {
        Assert.True(Holds(new string('A', 1_000_000)));
        Assert.True(Holds(string.Concat(Enumerable.Repeat("\" he ", 10_000))));
    }

    private static bool Holds(string text)
    {
        AnnotatedText annotated = new TextAnalyser().Annotate(text);
        return Ordered(text, annotated.Entities.Select(e => e.Span), mayTouch: false)
            && Ordered(text, annotated.Coreference.Select(c => c.Span), mayTouch: true)
            && annotated.Roles.All(r => Inside(text, r.Person) && Inside(text, r.Role) && r.Actor.Length > 0)
            && annotated.Entities.All(e => e.Actor is not null);
    }

    private static bool Inside(string text, TextSpan span) => span.Start >= 0 && span.End <= text.Length && !span.IsEmpty;

    private static bool Ordered(string text, IEnumerable<TextSpan> spans, bool mayTouch)
    {
        int end = 0, start = -1;
        foreach (TextSpan span in spans)
        {
            if (!Inside(text, span) || span.Start < start || (!mayTouch && span.Start < end)) return false;
            (start, end) = (span.Start, span.End);
        }

        return true;
    }
}
