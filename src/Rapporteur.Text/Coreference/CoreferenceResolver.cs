using Rapporteur.Text.Entities;

namespace Rapporteur.Text.Coreference;

/// <summary>Tells which actor a stretch of text stands for: a name in any form, a pronoun, "the minister", a capital that speaks for its state.</summary>
/// <example>
/// Who is behind a source, once names, roles and coreference are in the text:
/// <code>
/// AnnotatedText text = analyser.Annotate(article);
/// string? speaker = CoreferenceResolver.ActorOf(text, attribution.Source[0]);
/// </code>
/// </example>
public static class CoreferenceResolver
{
    /// <summary>The text with the actors of its names, its roles and its other references to actors. Needs tokens, sentences and names.</summary>
    public static AnnotatedText Resolve(AnnotatedText text)
    {
        text = text with { Entities = ActorNames.Resolve(text) };
        text = text with { Roles = RoleFinder.Find(text) };
        TextReading reading = new(text);
        List<CastMember> cast = Cast.Gather(reading);
        List<ActorReference> references = [.. RoleReferences.Resolve(reading, cast, reading.InQuotation), .. PronounResolver.English.Resolve(reading, cast)];
        references.Sort((a, b) => a.Span.CompareTo(b.Span));
        return text with { Coreference = references };
    }

    /// <summary>The actor that <paramref name="mention"/> stands for, by the fullest name in this text; null when it cannot be told.</summary>
    /// <param name="text">A text that <see cref="Resolve"/> has gone over, as <see cref="TextAnalyser.Annotate"/> returns it.</param>
    /// <param name="mention">
    /// A source or addressee as found: "Kremlin spokesman X", "he", "the minister", "Moscow". Its first person who is not a
    /// genitive or behind a preposition counts; then its pronoun or role phrase; then its organisation or state. A seat of
    /// government speaks for its state ("Lisbon" → "Portugal").
    /// </param>
    public static string? ActorOf(AnnotatedText text, TextSpan mention)
    {
        EntityMention? other = null;
        foreach (EntityMention entity in text.Entities)
        {
            if (entity.Span.Start >= mention.End) break;
            if (!mention.Contains(entity.Span)) continue;
            bool modifies = IsModifier(text, mention, entity.Span);
            if (entity.Type == EntityType.Person && !modifies) return entity.Actor;
            if (entity.Type is EntityType.Organisation or EntityType.GeoPoliticalEntity && !modifies) other ??= entity;
        }

        foreach (ActorReference reference in text.Coreference)
        {
            if (reference.Span.Start >= mention.End) break;
            if (mention.Contains(reference.Span) && !IsModifier(text, mention, reference.Span)) return reference.Actor;
        }

        return other is null ? null : Speaking(other);
    }

    // "Moscow said" is Russia speaking.
    private static string? Speaking(EntityMention entity)
    {
        if (entity.Actor is null || entity.Type != EntityType.GeoPoliticalEntity) return entity.Actor;
        bool seat = (Gazetteer.English.OfPhrase(entity.Actor) & Known.Capital) != Known.Nothing;
        return seat ? Gazetteer.English.StateOf.GetValueOrDefault(entity.Actor.ToLowerInvariant(), entity.Actor) : entity.Actor;
    }

    // "Oswin's aide", "an aide to Oswin", "Portugal analysts": the name is not whom the phrase means.
    private static bool IsModifier(AnnotatedText text, TextSpan mention, TextSpan name)
    {
        ReadOnlySpan<char> after = text.Text.AsSpan(name.End, Math.Max(0, mention.End - name.End));
        if (after.StartsWith("'") || after.StartsWith("’")) return true;
        ReadOnlySpan<char> before = text.Text.AsSpan(mention.Start, Math.Max(0, name.Start - mention.Start)).TrimEnd();
        int space = before.LastIndexOf(' ');
        ReadOnlySpan<char> word = before[(space + 1)..];
        if (before.Length > 0 && word is "of" or "for" or "to" or "with" or "from" or "by" or "in" or "at" or "on" or "against") return true;
        if (word is "the" && space > 0)
        {
            ReadOnlySpan<char> earlier = before[..space].TrimEnd();
            ReadOnlySpan<char> preposition = earlier[(earlier.LastIndexOf(' ') + 1)..];
            if (preposition is "of" or "for" or "to" or "with" or "from" or "by" or "in" or "at") return true;
        }

        // A noun of small letters right after the name is what the phrase means: "Kremlin officials", "the Oswin campaign".
        ReadOnlySpan<char> rest = after.TrimStart();
        return rest.Length > 0 && char.IsLower(rest[0]) && after.Length > 0 && after[0] == ' ' && !rest.StartsWith("and ") && !rest.StartsWith("who") && !rest.StartsWith("in ") && !rest.StartsWith("of ");
    }
}
