using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Rapporteur.Text;

namespace Rapporteur.Eval.Times;

/// <summary>One TimeML document: its text, its publication day and the TIMEX3 marked in it.</summary>
internal sealed partial record TimeMlDocument(string Text, DateOnly? Published, IReadOnlyList<TimeExpression> Gold)
{
    public static TimeMlDocument Read(string file)
    {
        string xml = File.ReadAllText(file);
        string body = Body().Match(xml).Groups["body"].Value;
        StringBuilder text = new();
        List<TimeExpression> gold = [];
        Stack<(int Start, string Attributes)> open = new();
        foreach (Match piece in Piece().Matches(body))
        {
            if (piece.Value.StartsWith("<TIMEX3", StringComparison.Ordinal)) open.Push((text.Length, piece.Value));
            else if (piece.Value == "</TIMEX3>")
            {
                (int start, string attributes) = open.Pop();
                gold.Add(new TimeExpression(new TextSpan(start, text.Length), Enum.Parse<TimeType>(Attribute(attributes, "type"), ignoreCase: true), Attribute(attributes, "value")));
            }
            else if (piece.Value[0] != '<') text.Append(WebUtility.HtmlDecode(piece.Value));
        }

        string created = Created().Match(xml).Groups["value"].Value;
        return new TimeMlDocument(text.ToString(), DateOnly.TryParseExact(created.Length >= 10 ? created[..10] : "", "yyyy-MM-dd", out DateOnly day) ? day : null, gold);
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, name + "=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<TEXT>(?<body>.*?)</TEXT>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Body();

    [GeneratedRegex("<[^>]+>|[^<]+")]
    private static partial Regex Piece();

    [GeneratedRegex("<DCT>.*?value=\"(?<value>[^\"]+)\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Created();
}
