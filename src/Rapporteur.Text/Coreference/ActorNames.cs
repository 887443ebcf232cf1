using Rapporteur.Text.Entities;

namespace Rapporteur.Text.Coreference;

/// <summary>Gives every name its actor: the fullest form in which this text names the same person, organisation or state.</summary>
internal static class ActorNames
{
    /// <summary>The names with their actors filled in.</summary>
    public static IReadOnlyList<EntityMention> Resolve(AnnotatedText text)
    {
        List<PersonName> persons = Persons(text);
        Dictionary<string, string> organisations = Organisations(text);
        EntityMention[] resolved = new EntityMention[text.Entities.Count];
        for (int i = 0; i < resolved.Length; i++)
        {
            EntityMention mention = text.Entities[i];
            string name = Clean(mention.Span.In(text.Text));
            string actor = mention.Type switch
            {
                EntityType.Person => PersonName.Best(persons, name, mention.Span.Start)?.Full ?? name,
                EntityType.Organisation => organisations.GetValueOrDefault(name, name),
                // Only a state's own names become its canonical name: "Moscow" may be the city.
                _ => IsState(name) ? Gazetteer.English.StateOf[name.ToLowerInvariant()] : name,
            };
            resolved[i] = mention with { Actor = actor };
        }

        return resolved;
    }

    /// <summary>One space between words, no article in front, no genitive.</summary>
    internal static string Clean(string name)
    {
        string[] words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int first = words.Length > 1 && words[0].Equals("the", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        string joined = string.Join(' ', words[first..]);
        return joined.EndsWith("'s", StringComparison.Ordinal) || joined.EndsWith("’s", StringComparison.Ordinal) ? joined[..^2] : joined;
    }

    private static bool IsState(string name) => (Gazetteer.English.OfPhrase(name) & Known.State) != Known.Nothing && Gazetteer.English.StateOf.ContainsKey(name.ToLowerInvariant());

    // Longer names first, so that "Zemlyak" finds "Ivo Zemlyak"; of like length, the one named first.
    private static List<PersonName> Persons(AnnotatedText text)
    {
        List<PersonName> persons = [];
        var mentions = text.Entities.Where(e => e.Type == EntityType.Person)
            .Select(e => (Name: Clean(e.Span.In(text.Text)), e.Span.Start))
            .OrderByDescending(m => m.Name.Count(c => c == ' ')).ThenBy(m => m.Start);
        foreach ((string name, int start) in mentions)
        {
            PersonName? known = PersonName.Best(persons, name, start);
            if (known is null) persons.Add(new PersonName(name, start));
            else known.Starts.Add(start);
        }

        foreach (PersonName person in persons) person.Starts.Sort();
        return persons;
    }

    // "European Union" explains "EU".
    private static Dictionary<string, string> Organisations(AnnotatedText text)
    {
        List<string> full = [.. text.Entities.Where(e => e.Type == EntityType.Organisation).Select(e => Clean(e.Span.In(text.Text))).Distinct(StringComparer.Ordinal)];
        Dictionary<string, string> actors = new(StringComparer.Ordinal);
        foreach (string name in full)
        {
            string compact = name.Replace(".", "", StringComparison.Ordinal);
            string? longer = full.FirstOrDefault(other => other.Length > name.Length && IsAcronym(compact, other));
            if (longer is not null) actors[name] = longer;
        }

        return actors;
    }

    private static bool IsAcronym(string letters, string name)
    {
        if (letters.Length < 2 || !letters.All(char.IsUpper)) return false;
        string[] words = name.Split(' ');
        string initials = string.Concat(words.Where(w => char.IsUpper(w[0])).Select(w => w[0]));
        return words.Length > 1 && initials.Equals(letters, StringComparison.Ordinal);
    }
}
