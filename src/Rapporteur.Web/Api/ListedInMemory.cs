using System.Buffers.Text;
using System.Text;

namespace Rapporteur.Web.Api;

/// <summary>Pages of what is drawn from the whole record at once, such as encounters and positions.</summary>
internal static class ListedInMemory
{
    /// <summary>The page asked for.</summary>
    /// <param name="all">Everything that meets the filters, in a fixed order.</param>
    /// <param name="filters">How many, and after which.</param>
    /// <param name="key">What tells one from the others.</param>
    /// <exception cref="ArgumentException">The cursor belongs to no line of this list.</exception>
    public static ListPage<T> Page<T>(IReadOnlyList<T> all, Filters filters, Func<T, string> key)
    {
        int first = 0;
        if (filters["after"] is { } after)
        {
            string last = Read(after);
            while (first < all.Count && key(all[first]) != last) first++;
            if (first++ == all.Count) throw new ArgumentException("The line to go on from is not in this list.", nameof(filters));
        }

        T[] items = [.. all.Skip(first).Take(filters.Limit)];
        bool isLast = first + items.Length >= all.Count;
        return new ListPage<T>(items, all.Count, isLast ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key(items[^1]))));
    }

    private static string Read(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException problem)
        {
            throw new ArgumentException("This is no cursor.", nameof(cursor), problem);
        }
    }
}
