using Rapporteur.Text.Entities;

namespace Rapporteur.Text.Coreference;

/// <summary>One person of a text as antecedent of pronouns and phrases: gender, roles, and every place where he or she stands.</summary>
internal sealed class CastMember(string actor)
{
    public string Actor { get; } = actor;

    /// <summary>'m', 'f', or 'u' while the text does not tell.</summary>
    public char Gender { get; set; } = 'u';

    /// <summary>True when an honorific or a noun told the gender; a given name alone may err.</summary>
    public bool IsGenderSure { get; set; }

    public List<(string Title, string? Of)> Roles { get; } = [];

    /// <summary>Names, and pronouns resolved so far, in text order.</summary>
    public List<CastMention> Mentions { get; } = [];

    /// <summary>Puts a mention in its place in text order.</summary>
    public void Add(CastMention mention)
    {
        int at = Mentions.FindIndex(m => m.First > mention.First);
        Mentions.Insert(at < 0 ? Mentions.Count : at, mention);
    }
}

/// <summary>One place where a person of the cast stands.</summary>
/// <param name="First">First word.</param>
/// <param name="End">Word after the last.</param>
/// <param name="Function">What it is in its sentence.</param>
/// <param name="IsName">A name; else a pronoun.</param>
internal readonly record struct CastMention(int First, int End, Function Function, bool IsName);

/// <summary>What a phrase is in its sentence, as far as pronouns care.</summary>
internal enum Function
{
    Other,
    Subject,
    Object,
    Oblique,
    Possessive,
}

/// <summary>The persons of a text.</summary>
internal static class Cast
{
    private static readonly HashSet<string> Male = new(StringComparer.OrdinalIgnoreCase) { "mr", "mr.", "sir", "lord", "king", "prince", "pope", "father", "brother", "imam", "ayatollah", "sheikh", "emir" };
    private static readonly HashSet<string> Female = new(StringComparer.OrdinalIgnoreCase) { "mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "dame", "baroness", "sister", "madam" };

    /// <summary>Gathers them from names and roles, in the order of their first mention.</summary>
    public static List<CastMember> Gather(TextReading reading)
    {
        AnnotatedText text = reading.Text;
        List<CastMember> cast = [];
        Dictionary<string, CastMember> byActor = new(StringComparer.Ordinal);
        for (int e = 0; e < text.Entities.Count; e++)
        {
            EntityMention mention = text.Entities[e];
            if (mention.Type != EntityType.Person || mention.Actor is null) continue;
            if (!byActor.TryGetValue(mention.Actor, out CastMember? member))
            {
                member = new CastMember(mention.Actor) { Gender = OfGivenName(mention.Actor) };
                byActor.Add(mention.Actor, member);
                cast.Add(member);
            }

            (int first, int end) = reading.EntityWords[e];
            member.Mentions.Add(new CastMention(first, end, Functions.Of(reading, first, end), IsName: true));
            if (first > 0 && reading.SameSentence(first - 1, first)) Honour(member, reading.Word(first - 1).ToString());
        }

        foreach (RoleMention role in text.Roles)
        {
            if (!byActor.TryGetValue(role.Actor, out CastMember? member)) continue;
            member.Roles.Add((role.Title, role.Of));
            char gender = RoleLexicon.English.Gender(role.Title.AsSpan(role.Title.LastIndexOf(' ') + 1));
            if (gender != 'u') Tell(member, gender);
        }

        Leaders.Appoint(cast, text.Published);
        return cast;
    }

    private static void Honour(CastMember member, string word)
    {
        if (Male.Contains(word)) Tell(member, 'm');
        else if (Female.Contains(word)) Tell(member, 'f');
    }

    private static void Tell(CastMember member, char gender)
    {
        if (member.IsGenderSure) return;
        member.Gender = gender;
        member.IsGenderSure = true;
    }

    /// <summary>The gender a full name suggests by its first word.</summary>
    public static char OfGivenName(string name)
    {
        int space = name.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return 'u';
        return Gazetteer.English.Gender.GetValueOrDefault(name[..space].ToLowerInvariant(), 'u');
    }
}
