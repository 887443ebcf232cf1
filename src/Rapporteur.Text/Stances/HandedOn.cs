using Rapporteur.Text.Attributions;
using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Words that a spokesman hands on: what "Our president said that Norland will not give up the strait" does, its complement does.</summary>
internal static class HandedOn
{
    // From a word up to the clause it belongs to.
    private const int StepsUp = 12;

    /// <summary>Whether a content may be handed on, as far as its first words and the one spoken for tell: enough to look at the tree.</summary>
    public static bool MayBe(string text, Attribution attribution)
    {
        if (attribution.OnBehalfOf is not null) return true;
        ReadOnlySpan<char> content = attribution.Content[0].Of(text);
        if (content.StartsWith("that ", StringComparison.Ordinal)) content = content[5..];
        return content.StartsWith("our ", StringComparison.OrdinalIgnoreCase) || content.StartsWith("my ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The part of a content that tells what was said, where the rest only tells by whom; else all of it.</summary>
    public static IReadOnlyList<TextSpan> Of(EncounterText tree, Attribution attribution)
    {
        if (!MayBe(tree.Text.Text, attribution)) return attribution.Content;
        List<int> content = StanceParts.Tokens(tree, attribution.Content);
        IReadOnlyList<Token> tokens = tree.Text.Tokens;
        int root = content.Find(i => tokens[i].Upos == "VERB" && !content.Contains(tokens[i].Head));
        // "The president has never said that": it is not what he said.
        if (!content.Contains(root) || !Says(tree, root) || !IsPrincipal(tree, root, attribution) || tree.Children(root).Any(child => tree.Lemma(child) is "not" or "never" or "n't")) return attribution.Content;
        foreach (int said in tree.Children(root))
        {
            if (said < root || tree.Relation(said) != "ccomp" || !content.Contains(said)) continue;
            int first = content.Find(i => i > root && IsUnder(tokens, i, said));
            int start = tokens[first].Span.Start;
            return [.. attribution.Content.Where(span => span.End > start).Select(span => span with { Start = Math.Max(span.Start, start) })];
        }

        return attribution.Content;
    }

    private static bool Says(EncounterText tree, int verb) => Lexicon.English.Find(tree.Written(verb)) is { Verb.IsSpeech: true };

    // "Our president", the one spoken for by name or office, or "he" for him.
    private static bool IsPrincipal(EncounterText tree, int verb, Attribution attribution)
    {
        foreach (int subject in tree.Children(verb))
        {
            if (tree.Relation(subject) != "nsubj") continue;
            if (tree.Children(subject).Any(child => tree.Written(child) is "our" or "my")) return true;
            return attribution.OnBehalfOf is { } principal && (tree.ActorAt(subject) == principal || tree.Written(subject) is "he" or "she"
                // "The president told him that", in his spokeswoman's mouth.
                || (tree.ActorAt(subject) is null && tree.Lemma(subject) is "president" or "premier" or "chancellor" or "minister" or "king" or "queen"));
        }

        return false;
    }

    private static bool IsUnder(IReadOnlyList<Token> tokens, int token, int head)
    {
        for (int steps = 0; steps < StepsUp && token >= 0 && token != head; steps++) token = tokens[token].Head;
        return token == head;
    }
}
