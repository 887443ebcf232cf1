namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>The chain that a statement came through.</summary>
/// <param name="Addressee">To whom it was said, or null.</param>
/// <param name="OnBehalfOf">Whose words the speaker hands on, or null when they are his own.</param>
/// <param name="Via">The agency or paper to which it was said, or null.</param>
/// <param name="HoldsOn">True when what the speaker says next is most likely said to the same.</param>
internal readonly record struct Relay(string? Addressee, string? OnBehalfOf, string? Via, bool HoldsOn)
{
    /// <summary>Reads the chain from the cue's sentence and the first words of the content.</summary>
    public static Relay Of(Prose prose, Saying saying, SpeakerResolver speakers, string? speaker)
    {
        string? addressee = null, via = null;
        bool holds = false;
        string? principal = Principals.Of(prose, saying, speakers, speaker);
        WordRange told = Addressees.Of(prose, saying);
        if (!told.IsEmpty)
        {
            int head = told.End - 1;
            if (Occasions.IsPress(prose, head)) addressee = Occasions.Reporters;
            else if (prose.Words[head].Entry?.Word is "counterpart" or "guest" or "visitor" or "interlocutor") addressee = speakers.OtherPersonBefore(told.First, speaker, principal);
            else addressee = speakers.Resolve(told);
            if (IsOutlet(prose, told)) via = addressee;
            holds = Addressees.LemmaOf(prose, saying.Cue) is "tell" or "inform" or "answer";
        }

        if (addressee is null || addressee == speaker)
        {
            (WordRange side, bool press) = Occasions.Named(prose, saying);
            addressee = side.IsEmpty || !(IsOutlet(prose, side) || speakers.StandsForPerson(side)) ? null : speakers.Resolve(side);
            if (addressee is null && press) addressee = Occasions.Reporters;
            holds = addressee is not null;
        }

        // "A reporter", "his guest": a class of hearers holds for its own sentence only.
        holds &= addressee is not null && char.IsUpper(addressee[0]) && !char.IsLower(addressee[addressee.LastIndexOf(' ') + 1]);
        if (addressee == speaker || (addressee is not null && addressee == principal)) (addressee, holds) = (null, false);
        via ??= OutletNear(prose, saying);
        if (via == speaker) via = null;
        return new Relay(addressee, principal == speaker ? null : principal, via, holds);
    }

    // "In an interview with the Herald, Arden said": the outlet that a preposition brings into the cue's sentence, outside the content.
    private static string? OutletNear(Prose prose, Saying saying)
    {
        List<Word> words = prose.Words;
        for (int i = saying.Segment.First + 1; i < saying.Segment.End; i++)
        {
            Word word = words[i];
            if (word.Quotation >= 0 || !word.Capital || !word.Is(Traits.Outlet) || saying.IsContent(word.Span.Start)) continue;
            int at = i;
            while (at > saying.Segment.First && words[at - 1].Capital && words[at - 1].Kind == WordKind.Word) at--;
            int before = at - 1;
            if (before >= saying.Segment.First && words[before].Is("the")) before--;
            if (before >= saying.Segment.First && (words[before].Is("with") || words[before].Is("to") || words[before].Is("by"))) return prose.SpanOf(at, i + 1).In(prose.Text);
        }

        return null;
    }

    /// <summary>True for the name of an agency, paper or broadcaster, and for "state television".</summary>
    public static bool IsOutlet(Prose prose, WordRange range)
    {
        for (int i = range.First; i < range.End; i++)
        {
            Word word = prose.Words[i];
            if (word.Is(Traits.Media) && !word.Is(Traits.Person)) return true;
            if (word.Capital && word.Is(Traits.Outlet)) return true;
        }

        return false;
    }
}
