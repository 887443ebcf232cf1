using Rapporteur.Text.Coreference;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Text.Explaining;

/// <summary>Tells why attributions were read as they were, from an annotated text alone.</summary>
/// <remarks>
/// It looks at what the analysis left behind (rule, confidence, names, roles, references, times), whichever finder found the spans; what was learnt it asks once more.
/// </remarks>
public static class AttributionExplainer
{
    /// <summary>The attributions of which a position is part, the shortest first: what somebody says within what another says comes before it.</summary>
    /// <param name="text">An annotated text.</param>
    /// <param name="position">A UTF-16 position in it.</param>
    public static IReadOnlyList<Attribution> At(AnnotatedText text, int position) =>
        [.. text.Attributions.Where(a => Spans(a).Any(s => s.Contains(position))).OrderBy(a => a.Content.Sum(c => c.Length))];

    /// <summary>The attributions nearest to a position, nearest first.</summary>
    public static IEnumerable<Attribution> Nearest(AnnotatedText text, int position) =>
        text.Attributions.OrderBy(a => Spans(a).Min(s => position < s.Start ? s.Start - position : Math.Max(0, position - s.End + 1)));

    /// <summary>Why one attribution of the text was read as it was.</summary>
    /// <param name="text">An annotated text.</param>
    /// <param name="attribution">One of its attributions.</param>
    public static Explanation Explain(AnnotatedText text, Attribution attribution) => new(
        attribution,
        Decided(text, attribution),
        Evidence(text, attribution),
        attribution.Repaired,
        ToSpeaker(text, attribution),
        Relay(attribution),
        Day(text, attribution),
        SpeechActReader.Reason(text, attribution));

    // Of what weighs little there is much, and it helps nobody.
    private const int MostEvidence = 6;
    private const double LeastWeight = 0.2;

    private static (string What, double Weight)[] Evidence(AnnotatedText text, Attribution attribution)
    {
        bool ruled = attribution.FoundBy.Split(", ")[0] is "" or "colon" or "quotation-alone" or FirstPerson.Rule or "according-to-relay";
        if (ruled || attribution.Cue.Count == 0) return [];
        Prose prose = Prose.Of(text, Lexicon.English);
        ReadText read = new(prose, AttributionFinder.Drafts(prose));
        int token = read.TokenAt(attribution.Cue[0].Start);
        return token >= read.Tokens.Count ? [] : [.. LearnedFinder.Trained.Weigh(read, token).Where(w => Math.Abs(w.Weight) >= LeastWeight).Take(MostEvidence)];
    }

    private static IEnumerable<TextSpan> Spans(Attribution a) => [.. a.Source, .. a.Cue, .. a.Content];

    private static string Decided(AnnotatedText text, Attribution attribution)
    {
        string rule = attribution.FoundBy.Split(", ")[0];
        string cue = attribution.Cue.Count == 0 ? "no cue" : $"the cue “{Words(text, attribution.Cue)}”";
        return rule switch
        {
            "" => $"{cue}; the finder left no name",
            "learned" => $"what was learnt took {cue}, where no rule saw one",
            "colon" => $"{cue}: a name before a colon speaks what follows",
            "quotation-alone" => "a quotation without a cue, beside words of the same speaker",
            "first-person" => "a paragraph in the first person behind one that is attributed: its marks are lost",
            "according-to-relay" => "two cues for one statement: a witness and the one who spoke",
            _ => $"{cue}, a place where rule “{rule}” sees one too",
        };
    }

    private static List<string> ToSpeaker(AnnotatedText text, Attribution attribution)
    {
        List<string> steps = [];
        if (attribution.Source.Count == 0) steps.Add("no source is written here");
        foreach (TextSpan source in attribution.Source)
        {
            steps.Add($"the source is “{source.In(text.Text)}”");
            foreach (EntityMention entity in text.Entities.Where(e => source.Contains(e.Span) && e.Actor is not null))
            {
                steps.Add($"“{entity.Span.In(text.Text)}” names {entity.Actor} ({KindOf(entity.Type)})");
            }

            foreach (ActorReference reference in text.Coreference.Where(r => source.Contains(r.Span)))
            {
                steps.Add($"“{reference.Span.In(text.Text)}” stands for {reference.Actor}");
            }
        }

        if (attribution.Speaker is not { } speaker)
        {
            steps.Add("no name, office or pronoun leads to an actor: the speaker is not told");
            return steps;
        }

        int at = Spans(attribution).Min(s => s.Start);
        // The last place before the attribution where the speaker is given an office, else the first behind it.
        RoleMention? role = text.Roles.LastOrDefault(r => r.Actor == speaker && r.Person.Start <= at) ?? text.Roles.FirstOrDefault(r => r.Actor == speaker);
        if (role is not null) steps.Add($"{speaker} is “{role.Title}”{(role.Of is { } of ? $" of {of}" : "")} in this text");
        bool led = attribution.Source.Any(s => CoreferenceResolver.ActorOf(text, s) == speaker);
        if (!led) steps.Add(attribution.Source.Count == 0 ? $"{speaker} speaks in the words before: he goes on" : $"{speaker} is who fits this source here, by office, seat or the words before");
        steps.Add($"so the speaker is {speaker}");
        return steps;
    }

    private static List<string> Relay(Attribution a)
    {
        List<string> chain = [];
        if (a.OnBehalfOf is { } principal) chain.Add($"speaks for {principal}");
        if (a.Addressee is { } addressee) chain.Add($"to {addressee}");
        if (ChannelNames.Of(a.Channel) is { } channel) chain.Add($"by {channel.Replace('_', ' ')}");
        if (a.Via is { } via) chain.Add($"reached this text through {via}");
        return chain;
    }

    // The nearest time expression with this very day, else the day of publication.
    private static string? Day(AnnotatedText text, Attribution attribution)
    {
        if (attribution.SaidOn is not { } day) return null;
        string value = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        int at = attribution.Cue.Count > 0 ? attribution.Cue[0].Start : attribution.Content[0].Start;
        TimeExpression? nearest = text.Times.Where(t => t.Value.StartsWith(value, StringComparison.Ordinal)).MinBy(t => Math.Abs(t.Span.Start - at));
        if (nearest is not null) return $"“{nearest.Span.In(text.Text)}” is {value}";
        return text.Published == day ? $"{value} is the day of publication; no other day is named" : $"{value}, from the days around it";
    }

    private static string KindOf(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organisation => "organisation",
        EntityType.GeoPoliticalEntity => "state or city",
        _ => "place",
    };

    private static string Words(AnnotatedText text, IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(s => s.In(text.Text)));
}
