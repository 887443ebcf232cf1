using Rapporteur.Text.Attributions.Speakers;

namespace Rapporteur.Text.Tests.Attributions;

public sealed class AttributionPeopleTests
{
    private const string Told = "Mira Arden met Jonas Hald on Monday. Arden told Hald that the bridge was safe.";

    [Fact]
    public void Spans_alone_tell_who_speaks_to_whom()
    {
        AnnotatedText text = Bare(Told);
        Attribution told = Assert.Single(AttributionPeople.Resolve(text, [Found(Told, "Arden told", "told", "that the bridge was safe", "Arden")]));
        Assert.Equal(("Mira Arden", "Jonas Hald"), (told.Speaker, told.Addressee));
    }

    [Fact]
    public void What_the_properties_held_before_counts_for_nothing()
    {
        AnnotatedText text = Bare(Told);
        Attribution found = Found(Told, "Arden told", "told", "that the bridge was safe", "Arden") with { Speaker = "Nobody", OnBehalfOf = "Nobody", Via = "Nobody" };
        Attribution told = Assert.Single(AttributionPeople.Resolve(text, [found]));
        Assert.Equal(("Mira Arden", null, null), (told.Speaker, told.OnBehalfOf, told.Via));
    }

    [Fact]
    public void Two_verbs_of_a_headline_share_the_one_who_stands_before_the_first()
    {
        const string input = "Arden Thanks Hald, Promises Aid for the Ships\n\nMira Arden met Jonas Hald on Monday.";
        Attribution found = Found(input, "Arden Thanks Hald, Promises", "Promises", "Aid for the Ships", "Arden Thanks Hald");
        Assert.Equal("Mira Arden", Assert.Single(AttributionPeople.Resolve(new TextAnalyser(fast: true).Annotate(input), [found])).Speaker);
    }

    [Fact]
    public void A_cue_in_pieces_a_noun_cue_and_no_cue_at_all_are_borne()
    {
        const string input = "Mira Arden set out her demand that the ships sail. “They must leave.”";
        AnnotatedText text = Bare(input);
        Attribution noun = Found(input, "Mira Arden", "demand", "that the ships sail", "Mira Arden") with { Cue = [Span(input, "set out"), Span(input, "demand")] };
        Attribution bare = new() { Content = [Span(input, "They must leave.")], Form = AttributionForm.Direct };
        IReadOnlyList<Attribution> people = AttributionPeople.Resolve(text, [noun, bare]);
        Assert.Equal(["Mira Arden", "Mira Arden"], people.Select(p => p.Speaker));
    }

    [Fact]
    public void The_order_handed_in_is_the_order_handed_back_and_decides_nothing()
    {
        AnnotatedText text = new TextAnalyser().Annotate("Mira Arden said the bridge was safe. She added that it would open. Jonas Hald denied that.");
        IReadOnlyList<Attribution> forward = AttributionPeople.Resolve(text, text.Attributions);
        IReadOnlyList<Attribution> backward = AttributionPeople.Resolve(text, [.. text.Attributions.Reverse()]);
        Assert.True(forward.Count > 1);
        Assert.Equal(forward.Select(a => (a.Speaker, a.Addressee)), backward.Reverse().Select(a => (a.Speaker, a.Addressee)));
    }

    [Fact]
    public void Spans_that_hold_no_word_name_nobody()
    {
        AnnotatedText text = Bare("…");
        Attribution found = Assert.Single(AttributionPeople.Resolve(text, [new Attribution { Source = [new TextSpan(0, 0)], Cue = [new TextSpan(1, 1)], Content = [new TextSpan(0, 1)], Form = AttributionForm.Indirect }]));
        Assert.Null(found.Speaker);
        Attribution nothing = Assert.Single(AttributionPeople.Resolve(Bare(""), [new Attribution { Content = [new TextSpan(0, 0)], Form = AttributionForm.Indirect }]));
        Assert.Null(nothing.Speaker);
    }

    private static AnnotatedText Bare(string text) => new TextAnalyser().Annotate(text) with { Attributions = [] };

    // The source stands at the beginning of 'near', so that a name may stand elsewhere too.
    private static Attribution Found(string text, string near, string cue, string content, string source)
    {
        int at = text.IndexOf(near, StringComparison.Ordinal);
        return new Attribution { Source = [new TextSpan(at, at + source.Length)], Cue = [Span(text, cue)], Content = [Span(text, content)], Form = AttributionForm.Indirect };
    }

    private static TextSpan Span(string text, string part)
    {
        int at = text.IndexOf(part, StringComparison.Ordinal);
        return new TextSpan(at, at + part.Length);
    }
}
