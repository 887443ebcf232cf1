using System.Globalization;
using System.Text;

namespace Rapporteur.Reading.Web;

/// <summary>What one robots.txt says to us (RFC 9309).</summary>
internal sealed class RobotsRules
{
    /// <summary>Our name in robots.txt and in the User-Agent header.</summary>
    public const string ProductToken = "Rapporteur";

    /// <summary>Everything may be read: there is no robots.txt.</summary>
    public static readonly RobotsRules AllowAll = new([], null);

    /// <summary>Nothing may be read: robots.txt exists, but what it says cannot be found out.</summary>
    public static readonly RobotsRules DenyAll = new([new Rule("/", Allow: false)], null);

    private readonly IReadOnlyList<Rule> rules;

    private RobotsRules(IReadOnlyList<Rule> rules, TimeSpan? crawlDelay)
    {
        this.rules = rules;
        CrawlDelay = crawlDelay;
    }

    /// <summary>How long to wait between two requests; null when it does not say. No part of the RFC, but widely used.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Reads the groups that are for us, or those for everybody when none is.</summary>
    public static RobotsRules Parse(string text)
    {
        Group ours = new(), everybodys = new();
        List<Group> current = [];
        bool namesJustBefore = false;
        foreach ((string key, string value) in text.Split('\n', '\r').Select(KeyAndValue))
        {
            if (key == "user-agent")
            {
                // Several names in a row share the rules that follow; a name after rules begins a new group.
                if (!namesJustBefore) current = [];
                namesJustBefore = true;
                if (value == "*") current.Add(everybodys);
                else if (Token(value).Equals(ProductToken, StringComparison.OrdinalIgnoreCase)) current.Add(ours);
                foreach (Group group in current) group.IsNamed = true;
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                namesJustBefore = false;
                foreach (Group group in current.Distinct()) group.Add(key, value);
            }
        }

        Group mine = ours.IsNamed ? ours : everybodys;
        return new RobotsRules(mine.Rules, mine.CrawlDelay);
    }

    /// <summary>True when the page may be read. The longest rule that fits decides, and of two equally long ones the one that allows.</summary>
    public bool Allows(Uri page)
    {
        string path = Normalised(page.PathAndQuery);
        if (path == "/robots.txt") return true;
        Rule? decisive = null;
        foreach (Rule rule in rules)
        {
            if (!Fits(rule.Pattern, path)) continue;
            if (decisive is null || rule.Pattern.Length > decisive.Pattern.Length || (rule.Pattern.Length == decisive.Pattern.Length && rule.Allow)) decisive = rule;
        }

        return decisive?.Allow ?? true;
    }

    /// <summary>Whether a pattern with <c>*</c> and a final <c>$</c> fits the beginning of a path; time grows with the product of both lengths at most.</summary>
    private static bool Fits(string pattern, string path)
    {
        bool toTheEnd = pattern.EndsWith('$');
        if (toTheEnd) pattern = pattern[..^1];
        int p = 0, t = 0, star = -1, resume = 0;
        while (true)
        {
            if (p == pattern.Length && (!toTheEnd || t == path.Length)) return true;
            if (p < pattern.Length && pattern[p] == '*') (star, resume) = (p++, t);
            else if (p < pattern.Length && t < path.Length && pattern[p] == path[t]) (p, t) = (p + 1, t + 1);
            else if (star >= 0 && resume < path.Length) (p, t) = (star + 1, ++resume);
            else return false;
        }
    }

    private static (string Key, string Value) KeyAndValue(string line)
    {
        int comment = line.IndexOf('#', StringComparison.Ordinal);
        if (comment >= 0) line = line[..comment];
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (line[..colon].Trim().TrimStart('\uFEFF').ToLowerInvariant(), line[(colon + 1)..].Trim());
    }

    private static string Token(string name) => new([.. name.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_')]);

    /// <summary>One spelling for paths: letters beyond ASCII as percent-encoded UTF-8, plain characters never encoded, hex digits in capitals.</summary>
    private static string Normalised(string path)
    {
        StringBuilder text = new(path.Length);
        byte[] bytes = Encoding.UTF8.GetBytes(path);
        for (int i = 0; i < bytes.Length; i++)
        {
            bool encoded = bytes[i] == '%' && i + 2 < bytes.Length && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out _);
            byte octet = encoded ? byte.Parse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier) : bytes[i];
            if (encoded) i += 2;
            bool plain = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            if (plain || (!encoded && octet < 0x80)) text.Append((char)octet);
            else text.Append('%').Append(octet.ToString("X2"));
        }

        return text.ToString();
    }

    private sealed record Rule(string Pattern, bool Allow);

    private sealed class Group
    {
        public List<Rule> Rules { get; } = [];

        public bool IsNamed { get; set; }

        public TimeSpan? CrawlDelay { get; private set; }

        public void Add(string key, string value)
        {
            if (key == "crawl-delay")
            {
                if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e6)
                    CrawlDelay = TimeSpan.FromSeconds(seconds);
            }
            else if (value.Length > 0)
            {
                // "Disallow:" with nothing after it disallows nothing.
                Rules.Add(new Rule(Normalised(value), key == "allow"));
            }
        }
    }
}
