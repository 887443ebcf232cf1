using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Querying;

/// <summary>How many statements have one value.</summary>
/// <param name="Value">What to ask for to get them: a name, an identity, a day, month or year as 2026-03-05, 2026-03 or 2026.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Count">How many statements.</param>
public sealed record FacetCount(string Value, string Name, int Count);

/// <summary>What the statements of a list have in common. A statement of several reports counts for each value that one of them has.</summary>
/// <param name="Speakers">Those with most statements, by identity; at most <see cref="Most"/>.</param>
/// <param name="Addressees">To whom most are said, as the reports name them; at most <see cref="Most"/>.</param>
/// <param name="Principals">For whom most are said, as the reports name them; at most <see cref="Most"/>.</param>
/// <param name="Outlets">Those that report most; at most <see cref="Most"/>.</param>
/// <param name="Forms">Every form that occurs, most first.</param>
/// <param name="Acts">Every act that occurs, most first.</param>
/// <param name="Times">Every day that occurs, earliest first; months when there are many days, years when there are many months. Statements without a day are in none.</param>
public sealed record StatementFacets(
    IReadOnlyList<FacetCount> Speakers, IReadOnlyList<FacetCount> Addressees, IReadOnlyList<FacetCount> Principals, IReadOnlyList<FacetCount> Outlets,
    IReadOnlyList<(AttributionForm Form, int Count)> Forms, IReadOnlyList<(SpeechAct Act, int Count)> Acts, IReadOnlyList<FacetCount> Times)
{
    /// <summary>So many values of one kind at most.</summary>
    public const int Most = 8;

    /// <summary>So many times at most, years excepted.</summary>
    public const int MostTimes = 62;
}

/// <summary>A search that somebody keeps.</summary>
/// <param name="Id">Identity: of its name.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Asked">The parameters, as in the address of the page.</param>
/// <param name="MadeAt">When it was kept.</param>
public sealed record SavedSearch(string Id, string Name, string Asked, DateTimeOffset MadeAt);

/// <summary>Something that was asked for and is not in the record.</summary>
/// <param name="Location">The file path (for an entry of a feed, <c>PATH#n</c>) or URL.</param>
/// <param name="Reason">Why, in words for the user, at the last try.</param>
/// <param name="Failed">True when it could not be done, false when it was passed over.</param>
/// <param name="TriedAt">When it was tried last.</param>
public sealed record Unread(string Location, string Reason, bool Failed, DateTimeOffset TriedAt);

/// <summary>What one outlet adds to a record, by the statements that its current articles report.</summary>
/// <param name="Name">As it calls itself.</param>
/// <param name="Statements">How many statements it reports.</param>
/// <param name="Alone">How many of them nobody else reports.</param>
/// <param name="First">How many of those that others report too it reported first, by the moment of publication.</param>
/// <param name="Articles">How many articles it has here.</param>
/// <param name="Crediting">How many of them credit another outlet.</param>
/// <param name="Credits">Whom it credits and in how many articles, most first; at most <see cref="MostCredits"/>.</param>
/// <param name="Compared">How many of its wordings, in the latest statements that several outlets report, could be held against the wording that leads there.</param>
/// <param name="Changed">How many of those changed the meaning (<see cref="Matching.Changes.WordingKind.MeaningChanged"/>).</param>
public sealed record OutletShare(
    string Name, int Statements, int Alone, int First, int Articles, int Crediting, IReadOnlyList<FacetCount> Credits, int Compared, int Changed)
{
    /// <summary>So many outlets that one credits at most.</summary>
    public const int MostCredits = 3;
}
