namespace Rapporteur.Text;

/// <summary>A place where a text says what somebody is: an office, a job, a part in the story.</summary>
/// <remarks>"Slovak Prime Minister Robert Novak": person "Robert Novak", role "Prime Minister", of "Slovakia".</remarks>
/// <param name="Person">The person's name as written here.</param>
/// <param name="Role">The words of the role, without article, demonym and organisation.</param>
/// <param name="Title">Those words with one space between them, in small letters: "former prime minister".</param>
/// <param name="Of">The state or organisation in its canonical form; null when the text does not say.</param>
/// <param name="Actor">The person by the fullest name in this text.</param>
public sealed record RoleMention(TextSpan Person, TextSpan Role, string Title, string? Of, string Actor);

/// <summary>A word or phrase other than a name that stands for an actor: "he", "the minister", "the president's".</summary>
/// <param name="Span">The pronoun, or the phrase from its article to its noun.</param>
/// <param name="Actor">The actor by the fullest name in this text.</param>
public sealed record ActorReference(TextSpan Span, string Actor);
