using System.Globalization;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Coreference;

/// <summary>Who held the highest offices of states on a day: "the Slovak president" is understood though the text never says who that is.</summary>
/// <remarks>Only persons whom the text itself names are given an office; nobody is brought in from outside.</remarks>
internal static class Leaders
{
    private sealed record Tenure(string State, string Office, string Name, DateOnly Since, DateOnly Until);

    // By the folded surname, so that a text's few persons are looked up, not the list gone through.
    private static readonly Lazy<ILookup<string, Tenure>> BySurname = new(() =>
        EmbeddedData.Lines("Languages/English/Names/leaders.tsv").Select(Read).ToLookup(t => PersonName.Surname(t.Name), StringComparer.Ordinal));

    /// <summary>Gives the persons of a text their offices on the day of publication, after the roles that the text states.</summary>
    public static void Appoint(List<CastMember> cast, DateOnly? published)
    {
        foreach (CastMember member in cast)
        {
            foreach (Tenure tenure in BySurname.Value[PersonName.Surname(member.Actor)])
            {
                // Without a date the offices of the list's own day count: those without an end or with one still to come.
                bool inOffice = published is { } day ? tenure.Since <= day && day < tenure.Until : tenure.Until > ListMade;
                if (inOffice && member.Gender == 'u') member.Gender = Cast.OfGivenName(tenure.Name);
                if (inOffice && !member.Roles.Contains((tenure.Office, tenure.State))) member.Roles.Add((tenure.Office, tenure.State));
            }
        }
    }

    private static readonly DateOnly ListMade = new(2026, 1, 31);

    private static Tenure Read(string line)
    {
        string[] cells = line.Split('\t');
        DateOnly until = cells[4].Length == 0 ? DateOnly.MaxValue : DateOnly.ParseExact(cells[4], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Tenure(cells[0], cells[1], cells[2], DateOnly.ParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture), until);
    }
}
