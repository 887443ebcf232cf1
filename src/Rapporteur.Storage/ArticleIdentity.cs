using System.Security.Cryptography;
using System.Text;
using Rapporteur.Recording;

namespace Rapporteur.Storage;

/// <summary>What makes two readings one article, and one version of it.</summary>
public static class ArticleIdentity
{
    /// <summary>The article's identity: its canonical address; without one its text and outlet, wherever it was read.</summary>
    /// <remarks>The outlet belongs to it because an article is one text as one outlet published it: two outlets may print the same agency copy.</remarks>
    public static string Of(Article article) => article.Url is { } url
        ? Identity.Of("article", url)
        : Identity.Of("article", null, article.Text, Folding.Key(article.Outlet ?? ""));

    /// <summary>True when another text at this location is probably an edit. An entry of a feed file has only its place in the file, which the next entry takes.</summary>
    public static bool IsItsOwnFile(string location)
    {
        int mark = location.LastIndexOf('#');
        return mark < 0 || mark == location.Length - 1 || location.AsSpan(mark + 1).ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>SHA-256 of the text and of every fact but the location, as 64 hexadecimal digits: equal when nothing changed.</summary>
    public static string DigestOf(Article article)
    {
        StringBuilder facts = new();
        Add(article.Url);
        Add(article.Outlet);
        Add(article.Title);
        Add(article.Byline);
        Add(article.Published?.ToString());
        Add(article.Modified?.ToString());
        Add(article.Language);
        Add(Columns.Json(article.Credits));
        Add(Columns.Json(article.Captions));
        Add(Columns.Json(article.Blocks));
        Add(article.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToString())));

        // A length before each part keeps ("ab","c") apart from ("a","bc"), and null apart from "".
        void Add(string? part) => facts.Append(part?.Length ?? -1).Append(':').Append(part).Append('|');
    }

    /// <summary>The identity of an appearance in a version of an article: where it stands.</summary>
    public static string OfAppearance(string article, string digest, Text.Attribution attribution) => Identity.Of(
        "appearance", article, digest, Columns.Json(attribution.Content), Columns.Json(attribution.Source), Columns.Json(attribution.Cue));
}
