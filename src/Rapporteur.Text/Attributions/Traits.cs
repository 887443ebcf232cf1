namespace Rapporteur.Text.Attributions;

/// <summary>Classes of words that the rules look at. Each member but the first is a class of <c>Languages/English</c>, by name.</summary>
[Flags]
internal enum Traits
{
    None = 0,
    Auxiliary = 1 << 0,
    Be = 1 << 1,
    Have = 1 << 2,
    Negation = 1 << 3,
    Adverb = 1 << 4,
    Preposition = 1 << 5,
    Opening = 1 << 6,
    Determiner = 1 << 7,
    Possessive = 1 << 8,
    Subject = 1 << 9,
    Pronoun = 1 << 10,
    He = 1 << 11,
    She = 1 << 12,
    They = 1 << 13,
    First = 1 << 14,
    Relative = 1 << 15,
    Coordinator = 1 << 16,
    Subordinator = 1 << 17,
    Question = 1 << 18,
    Weekday = 1 << 19,
    Month = 1 << 20,
    Time = 1 << 21,
    Media = 1 << 22,
    Spoken = 1 << 23,
    Title = 1 << 24,
    Office = 1 << 25,
    Spokesman = 1 << 26,
    Person = 1 << 27,
    Body = 1 << 28,
    Outlet = 1 << 29,
    Unit = 1 << 30,
}
