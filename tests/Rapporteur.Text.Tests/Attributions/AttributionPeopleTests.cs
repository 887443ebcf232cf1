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

    [Theory]
    [InlineData("called on", "Hald to open the harbour")]
    [InlineData("urged", "Hald to open the harbour")]
    [InlineData("congratulated", "Hald on his election")]
    [InlineData("wished", "Hald well on his way")]
    [InlineData("sent", "congratulations to Hald on his election")]
    [InlineData("extended", "her condolences to Hald")]
    public void Whom_one_calls_on_congratulates_or_greets_is_spoken_to_though_the_content_begins_with_him(string cue, string content)
    {
        string input = $"Jonas Hald returned on Monday. Mira Arden {cue} {content}.";
        Attribution told = Assert.Single(AttributionPeople.Resolve(new TextAnalyser().Annotate(input), [Found(input, $"Mira Arden {cue}", cue, content, "Mira Arden")]));
        Assert.Equal(("Mira Arden", "Jonas Hald"), (told.Speaker, told.Addressee));
    }

    [Theory]
    [InlineData("told", "that Hald would open the harbour")]
    [InlineData("rejected", "Hald's plea to open the harbour")]
    [InlineData("sent", "ships to Hald")]
    public void Whom_the_words_only_speak_of_is_not(string cue, string content)
    {
        string input = $"Jonas Hald returned on Monday. Mira Arden {cue} {content}.";
        Assert.Null(Assert.Single(AttributionPeople.Resolve(new TextAnalyser().Annotate(input), [Found(input, $"Mira Arden {cue}", cue, content, "Mira Arden")])).Addressee);
    }

    [Fact]
    public void What_somebody_said_recently_was_not_said_in_the_talks_of_today()
    {
        const string input = "Mira Arden spoke by telephone with Jonas Hald on Monday. Arden told Hald that the harbour was open. Arden recently complained that nothing moved. Arden added that ships were welcome.";
        IReadOnlyList<Attribution> all = AttributionPeople.Resolve(new TextAnalyser().Annotate(input),
        [
            Found(input, "Arden told", "told", "that the harbour was open", "Arden"), Found(input, "Arden recently complained", "complained", "that nothing moved", "Arden"),
            Found(input, "Arden added", "added", "that ships were welcome", "Arden"),
        ]);
        Assert.Equal(["Jonas Hald", null, "Jonas Hald"], all.Select(one => one.Addressee));
    }

    [Theory]
    [InlineData("Our president laid out that the levy stays", "Mira Tolland")]
    [InlineData("On the contrary, she has repeatedly affirmed that the aims remain", "Mira Tolland")]
    [InlineData("The president answers the telephone when there is something to answer", null)]
    [InlineData("President Tolland will speak by telephone with her guest on Thursday", null)]
    public void A_spokesman_hands_on_what_the_president_says_and_not_that_she_speaks(string words, string? principal)
    {
        string input = $"President Mira Tolland returned on Monday. According to presidential spokeswoman Edda Bray, the president informed the cabinet of it. Bray said: “{words}.”";
        Attribution said = Found(input, "Bray said", "said", words, "Bray");
        Attribution told = Assert.Single(AttributionPeople.Resolve(new TextAnalyser().Annotate(input), [said]));
        Assert.Equal(("Edda Bray", principal), (told.Speaker, told.OnBehalfOf));
    }

    [Theory]
    [InlineData("said", "that the ships would sail", "Jonas Hald")]
    [InlineData("admitted", "that there was no progress with his Estmerian counterpart", null)]
    [InlineData("admitted", "that nothing moved with Hald", null)]
    [InlineData("commended", "Hald for his patience", "Jonas Hald")]
    public void Whom_the_words_speak_of_by_name_did_not_hear_them_unless_the_text_says_so(string cue, string content, string? hearer)
    {
        string input = $"President Oskar Arden met Jonas Hald in Talmar on Monday. Arden {cue} {content}.";
        Assert.Equal(hearer, Assert.Single(AttributionPeople.Resolve(new TextAnalyser().Annotate(input), [Found(input, $"Arden {cue}", cue, content, "Arden")])).Addressee);
    }

    [Theory]
    [InlineData("that Mr Hald expressed his readiness to share the ferry", "Jonas Hald")]
    [InlineData("that Mr Hald gave his terms for the ferry", "Jonas Hald")]
    [InlineData("that Mr Hald gave his ferry a name", null)]
    public void A_paper_hands_on_a_willingness_that_somebody_expressed(string content, string? principal)
    {
        string input = $"Jonas Hald returned on Monday. Reuters reported {content}.";
        Attribution told = Assert.Single(AttributionPeople.Resolve(new TextAnalyser().Annotate(input), [Found(input, "Reuters reported", "reported", content, "Reuters")]));
        Assert.Equal(("Reuters", principal), (told.Speaker, told.OnBehalfOf));
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
