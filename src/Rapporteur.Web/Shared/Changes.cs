using Rapporteur.Recording;

namespace Rapporteur.Web.Shared;

/// <summary>What people may change from the pages.</summary>
/// <param name="Desk">Where it is changed; null when the record is only looked at.</param>
internal sealed record Changes(IRecordDesk? Desk)
{
    /// <summary>Those of a record that is also a desk.</summary>
    public static Changes Of(IRecordQueries record) => new(record as IRecordDesk);
}
