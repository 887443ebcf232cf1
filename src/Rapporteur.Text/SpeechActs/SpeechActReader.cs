using Rapporteur.Text.Encounters;
using Rapporteur.Text.Stances;

namespace Rapporteur.Text.SpeechActs;

/// <summary>Tells what a speaker does by his words: asserts, demands, promises, denies.</summary>
/// <remarks>
/// The cue decides where it names an act ("denied", "a promise", "called for"); its own negation turns acceptance, promise and proposal into refusal.
/// A cue that names none ("said") leaves it to the main clause of the content: what it wants, what it is ready for, on what it depends.
/// </remarks>
internal static class SpeechActReader
{
    /// <summary>The attributions given, each with its act, polarity and modality.</summary>
    public static IReadOnlyList<Attribution> Read(AnnotatedText text, IReadOnlyList<Attribution> attributions)
    {
        if (attributions.Count == 0) return attributions;
        Attribution[] read = new Attribution[attributions.Count];
        Lazy<EncounterText> tree = new(() => new EncounterText(text));
        for (int i = 0; i < read.Length; i++) read[i] = Read(text, tree, attributions[i]);
        return read;
    }

    private static Attribution Read(AnnotatedText text, Lazy<EncounterText> tree, Attribution attribution)
    {
        IReadOnlyList<TextSpan> said = HandedOn.MayBe(text.Text, attribution) ? HandedOn.Of(tree.Value, attribution) : attribution.Content;
        Clause content = Clause.Of(text, said);
        // "Our president said that he will": "he" is whose words they are.
        bool handedOn = !ReferenceEquals(said, attribution.Content);
        SpeechAct act = OfCue(text, attribution) is { } named ? Refined(named.Act, content)
            : OfContent(content, attribution, (handedOn && content.IsOwnPerson) || Names(text, tree, content, attribution));
        return attribution with { Act = act, Negated = content.Negated, Modality = content.Modality };
    }

    /// <summary>What told the act of an attribution, in words.</summary>
    public static string Reason(AnnotatedText text, Attribution attribution)
    {
        if (OfCue(text, attribution) is { } named) return $"the cue names it: \u201c{named.Words}\u201d{(named.Negated ? ", negated" : "")}";
        Clause content = Clause.Of(text, attribution.Content);
        if (content.IsQuestion) return "the content is a question";
        string main = content.MainLemma is { } lemma ? $"the main word of the content, \u201c{lemma}\u201d" : "the content, which has no verb";
        return $"the cue names no act; {main}{(content.Negated ? ", negated" : "")}{(content.Modality == Modality.Plain ? "" : $", {SpeechActNames.Of(content.Modality)}")}";
    }

    // The first word of a cue that names an act decides: "refused to commit", "rejected a call for", "made a promise".
    private static (SpeechAct Act, string Words, bool Negated)? OfCue(AnnotatedText text, Attribution attribution)
    {
        foreach (TextSpan span in attribution.Cue)
        {
            (int first, int end) = Tokens(text, span);
            for (int t = first; t < end; t++)
            {
                int at = t;
                // A cue of several words may run into the content: "called | for talks".
                if (ActLexicon.English.CueAt(k => at + k < text.Tokens.Count && at + k < end + 2 ? LemmaOf(text, at + k) : null) is not { } named) continue;
                bool negated = Negated(text, t, first);
                string words = new TextSpan(text.Tokens[t].Span.Start, text.Tokens[t + named.Words - 1].Span.End).In(text.Text);
                return (negated ? Refusal(named.Act) : named.Act, words, negated);
            }
        }

        return null;
    }

    // "did not accept", "never promised": refused. What is not denied, not criticised or not asked is merely said.
    private static SpeechAct Refusal(SpeechAct act) => act switch
    {
        SpeechAct.Accept or SpeechAct.Promise or SpeechAct.Propose => SpeechAct.Reject,
        SpeechAct.Reject => SpeechAct.Accept,
        SpeechAct.ExpressAttitude or SpeechAct.Demand => act,
        _ => SpeechAct.Assert,
    };

    // "asked him to leave" demands; "asked whether" asks. "warned that it might rain" informs of nobody's threat, but it is a warning all the same.
    private static SpeechAct Refined(SpeechAct act, Clause content) => act switch
    {
        SpeechAct.Ask when content.IsInfinitive => SpeechAct.Demand,
        SpeechAct.Accept or SpeechAct.Propose or SpeechAct.Promise when content.Condition => SpeechAct.SetCondition,
        // "reiterated that they must leave": what is said once more is still what it was.
        SpeechAct.Confirm when content.Modality == Modality.Necessary && !content.IsOwnPerson => SpeechAct.Demand,
        _ => act,
    };

    // "Norland will not give up the strait", said by who speaks for Norland: where it depends on who will or must.
    private static bool Names(AnnotatedText text, Lazy<EncounterText> tree, Clause content, Attribution attribution) =>
        content.Modality is Modality.Future or Modality.Necessary && content.Subject >= 0 && text.Tokens[content.Subject].Upos == "PROPN"
        && new StanceHolder(tree.Value, attribution).Is(content.Subject);

    /// <param name="content">The main clause of the content.</param>
    /// <param name="attribution">Whose it is.</param>
    /// <param name="knownOwn">Whether its subject is known to be the one whose words they are, or his side.</param>
    private static SpeechAct OfContent(Clause content, Attribution attribution, bool knownOwn)
    {
        if (content.IsQuestion) return SpeechAct.Ask;
        // "It would help," she said: a third person inside the marks is somebody else.
        bool own = knownOwn || (attribution.Form == AttributionForm.Direct ? content.IsFirstPerson : content.IsOwnPerson);
        if (content.Modality == Modality.Necessary && !own) return SpeechAct.Demand;
        if (content.MainLemma is { } lemma && ActLexicon.English.ContentOf(lemma) is { } main && (!main.OwnOnly || content.IsOwn))
        {
            SpeechAct act = content.Negated ? main.Negated : main.Act;
            return content.Condition && act is SpeechAct.Accept or SpeechAct.Propose or SpeechAct.Promise ? SpeechAct.SetCondition : act;
        }

        if (content.Condition && content.Modality is Modality.Future or Modality.Conditional && content.IsOwn) return SpeechAct.SetCondition;
        if (content.IsImperative && attribution.Form == AttributionForm.Direct) return SpeechAct.Demand;
        return content.Modality switch
        {
            Modality.Future when own && !content.Negated => SpeechAct.Promise,
            Modality.Future when own => SpeechAct.Reject,
            _ => SpeechAct.Assert,
        };
    }

    private static bool Negated(AnnotatedText text, int token, int first)
    {
        // The particle hangs on the verb or stands two words in front of it at most.
        for (int i = Math.Max(first - 1, token - 3); i < token; i++)
        {
            if (i >= 0 && LemmaOf(text, i) is "not" or "n't" or "never" or "no") return true;
        }

        return false;
    }

    internal static string? LemmaOf(AnnotatedText text, int token) => text.Tokens[token].Lemma is { Length: > 0 } lemma ? lemma.ToLowerInvariant() : text.Tokens[token].Span.In(text.Text).ToLowerInvariant();

    /// <summary>The tokens of a span, first and end.</summary>
    internal static (int First, int End) Tokens(AnnotatedText text, TextSpan span)
    {
        int low = 0, high = text.Tokens.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (text.Tokens[middle].Span.End <= span.Start) low = middle + 1;
            else high = middle;
        }

        int end = low;
        while (end < text.Tokens.Count && text.Tokens[end].Span.Start < span.End) end++;
        return (low, end);
    }
}
