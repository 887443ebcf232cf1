namespace Rapporteur.Text.Encounters;

/// <summary>Who asked and who answered in an interview whose sentence does not join them to the word: "In an interview shown by journalist Sela Vorrin, Varden said".</summary>
internal static class Interviewers
{
    private static readonly HashSet<string> Asking = ["journalist", "reporter", "correspondent", "anchor", "host", "presenter", "interviewer", "anchorman", "anchorwoman", "newsreader", "columnist"];

    // Words between "journalist" and the end of the name it stands before.
    private const int ToName = 3;

    private static readonly HashSet<string> Outlets = ["channel", "broadcaster", "network", "newspaper", "daily", "weekly", "magazine", "station", "radio", "television", "portal", "website", "agency"];

    // Words from "interview" to "channel", and in the name of one.
    private const int ToOutlet = 6, OutletWords = 4;

    // "An interview with the television channel Norland One": the name that follows, whether or not it is known as one.
    private static string? NamedOutlet(EncounterText text, int trigger, Sentence sentence)
    {
        for (int i = trigger + 1; i < sentence.EndToken - 1 && i <= trigger + ToOutlet; i++)
        {
            if (text.IsVerb(i)) return null;
            // "With Norland Today magazine": the name before.
            if (Outlets.Contains(text.Lemma(i)) && text.Text.Tokens[i - 1].Upos == "PROPN")
            {
                int start = i - 1;
                while (start - 1 > trigger && text.Text.Tokens[start - 1].Upos == "PROPN") start--;
                return new TextSpan(text.Text.Tokens[start].Span.Start, text.Text.Tokens[i - 1].Span.End).In(text.Text.Text);
            }

            if (!Outlets.Contains(text.Lemma(i)) || text.Text.Tokens[i + 1].Upos != "PROPN") continue;
            int end = i + 1;
            while (end < sentence.EndToken && end <= i + OutletWords && text.Text.Tokens[end].Upos is "PROPN" or "NUM") end++;
            return new TextSpan(text.Text.Tokens[i + 1].Span.Start, text.Text.Tokens[end - 1].Span.End).In(text.Text.Text);
        }

        return null;
    }

    /// <summary>Interviewer or outlet, and the person interviewed; nobody when one of the two is missing.</summary>
    public static List<string> Of(EncounterText text, int trigger, Sentence sentence, IReadOnlyList<string> known)
    {
        string? asks = null, outlet = null;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (text.ActorAt(i) is not { } actor) continue;
            if (text.IsPerson(actor) && asks is null && AskedBefore(i)) asks = actor;
            if (text.TypeOf(actor) == EntityType.Organisation && outlet is null && i > trigger && text.Lemma(i - 1) is "with" or "by" or "to") outlet = actor;
        }

        outlet ??= NamedOutlet(text, trigger, sentence);

        string? other = asks ?? outlet;
        string? answers = known.FirstOrDefault(actor => text.IsPerson(actor) && actor != other) ?? Subject() ?? text.SubjectAbove(trigger);
        return other is not null && answers is not null && answers != other ? [answers, other] : [];

        bool AskedBefore(int i)
        {
            for (int j = i - 1; j >= sentence.FirstToken && j >= i - ToName; j--)
            {
                if (Asking.Contains(text.Lemma(j))) return true;
            }

            return false;
        }

        // Of the main clause: who says something in an interview gives it.
        string? Subject()
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                bool root = text.Text.Tokens[i].Head < sentence.FirstToken || text.Text.Tokens[i].Head == i;
                if (!root) continue;
                foreach (int child in text.Children(i))
                {
                    if (text.Relation(child) == "nsubj" && text.ActorAt(child) is { } actor && text.IsPerson(actor) && actor != (asks ?? outlet)) return actor;
                }
            }

            return null;
        }
    }
}
