using Rapporteur.Querying;

namespace Rapporteur.Storage;

/// <summary>Cuts a page out of a list that was read one item further than the page goes.</summary>
internal static class Paging
{
    public static ListPage<TItem> Page<TLine, TItem>(
        List<TLine> lines, int limit, int total, Func<TLine, TItem> item, Func<TLine, string> cursor)
    {
        string? next = lines.Count > limit && limit > 0 ? cursor(lines[limit - 1]) : null;
        return new ListPage<TItem>([.. lines.Take(limit).Select(item)], total, next);
    }
}
