using System.Globalization;

namespace Rapporteur.Text.Encounters;

/// <summary>Finds the calls, meetings, talks, visits, summits, exchanges, press conferences and interviews that a text names.</summary>
/// <remarks>Only those whose participants it names too: "the talks" of nobody in particular are no encounter.</remarks>
public static class EncounterFinder
{
    private static readonly HashSet<string> Generic = ["such", "every", "any", "each"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    /// <summary>The encounters named, in text order. Names, coreference and times must be there already.</summary>
    public static IReadOnlyList<EncounterMention> Find(AnnotatedText text)
    {
        EncounterText tree = new(text);
        List<EncounterMention> found = [];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (Read(tree, sentence, i) is { } mention) found.Add(mention);
            }
        }

        return found;
    }

    private static EncounterMention? Read(EncounterText text, Sentence sentence, int trigger)
    {
        if (text.Text.Tokens[trigger].Upos is not ("NOUN" or "VERB") || text.ActorAt(trigger) is not null) return null;
        if (TypeOf(text, trigger) is not { } type || text.Children(trigger).Any(child => Generic.Contains(text.Lemma(child)))) return null;

        List<int> chain = EncounterChain.Of(text, trigger);
        List<string> participants = Participants.Of(text, trigger, type, chain);
        if (type == EncounterType.PressConference && participants.Count == 1) participants.Add("reporters");
        if (participants.Count < 2) return null;

        participants.Sort(StringComparer.Ordinal);
        string? date = EncounterSetting.Date(text, sentence, trigger, chain);
        DateOnly? day = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly known) ? known : null;
        return new EncounterMention(
            text.Text.Tokens[trigger].Span, sentence.Span, type, participants, date,
            EncounterSetting.Place(text, sentence, trigger, chain, participants),
            StatusReader.Of(text, chain, day), Ordinal(text, trigger));
    }

    private static EncounterType? TypeOf(EncounterText text, int trigger)
    {
        bool verb = text.Text.Tokens[trigger].Upos == "VERB";
        foreach (EncounterLexicon.Entry entry in EncounterLexicon.English.Of(verb, text.Lemma(trigger)))
        {
            if (entry.Beside.Count == 0 || Beside(text, trigger, entry.Beside)) return entry.Type;
        }

        return null;
    }

    private static bool Beside(EncounterText text, int trigger, IReadOnlyList<string> lemmas)
    {
        foreach (int child in text.Children(trigger))
        {
            if (lemmas.Contains(text.Lemma(child)) || text.Children(child).Any(below => text.Relation(below) is "case" && lemmas.Contains(text.Lemma(below)))) return true;
        }

        return trigger + 1 < text.Text.Tokens.Count && lemmas.Contains(text.Lemma(trigger + 1));
    }

    private static int? Ordinal(EncounterText text, int trigger)
    {
        foreach (int child in text.Children(trigger))
        {
            int number = Array.IndexOf(Ordinals, text.Lemma(child)) + 1;
            if (number > 0) return number;
        }

        return null;
    }
}
