using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Train.Matching;

/// <summary>Invented occasions with what was said on them and how outlets worded it, written for training. The format is told in <c>train/Material/wordings/README.md</c>.</summary>
internal static partial class WrittenWordings
{
    /// <summary>Where they lie in the repository.</summary>
    public static readonly string Folder = Path.Combine("train", "Material", "wordings");

    // The words of invented states are read as those of real ones, for matching knows which words name one state, and whose the speaker's own is.
    private static readonly string[][] RealStates =
    [
        ["Austria", "Austrian", "Austrians", "Vienna"], ["Hungary", "Hungarian", "Hungarians", "Budapest"], ["Egypt", "Egyptian", "Egyptians", "Cairo"],
        ["Serbia", "Serbian", "Serbs", "Belgrade"], ["Germany", "German", "Germans", "Berlin"], ["Armenia", "Armenian", "Armenians", "Yerevan"],
        ["Italy", "Italian", "Italians", "Rome"], ["Iran", "Iranian", "Iranians", "Tehran"], ["Slovakia", "Slovak", "Slovaks", "Bratislava"],
    ];

    /// <summary>All of them, in ordinal order of the files: each occasion is an event, each thing said a family.</summary>
    public static IEnumerable<MarkedWording> All(string folder) =>
        Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(file => new Reader(file).Read());

    private sealed class Reader(string file)
    {
        private readonly Dictionary<string, (DateOnly? Published, bool TellsDay)> _articles = new(StringComparer.Ordinal);
        private readonly Dictionary<string, (string Key, string? Side)> _actors = new(StringComparer.Ordinal);
        private readonly List<(Regex Word, string Real)> _states = [];
        private string _occasion = "", _family = "", _actor = "";
        private DateOnly _day;
        private int _families, _wordings, _statesSeen;

        public IEnumerable<MarkedWording> Read()
        {
            foreach ((int number, string line) in File.ReadLines(file).Index())
            {
                if (line.Length == 0 || line[0] == '#') continue;
                string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                string rest = line[(words[0].Length + 1)..].Trim();
                switch (words[0])
                {
                    case "==": Begin(rest.Split('|', StringSplitOptions.TrimEntries)); break;
                    case "articles": Articles(words[1..]); break;
                    case "state": State(words[1..]); break;
                    case "actor": Actor(rest); break;
                    case "-" or "~": Family(words); break;
                    default:
                        if (!_articles.ContainsKey(words[0])) throw new InvalidDataException($"{file}, line {number + 1}: no article is called {words[0]}. Name it in the line that begins with \"articles\".");
                        yield return Wording(words[0], rest);
                        break;
                }
            }
        }

        private void Begin(string[] cells)
        {
            (_occasion, _day) = (cells[0], DateOnly.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            _articles.Clear();
            _actors.Clear();
            _states.Clear();
            _families = _wordings = 0;
        }

        private void Articles(string[] words)
        {
            for (int i = 0; i + 1 < words.Length; i += 2)
            {
                string day = words[i + 1].TrimEnd('s');
                DateOnly? published = day == "-" ? null : new DateOnly(_day.Year, _day.Month, int.Parse(day, CultureInfo.InvariantCulture));
                _articles[words[i]] = (published, words[i + 1].EndsWith('s'));
            }
        }

        private void State(string[] words)
        {
            string[] real = RealStates[_statesSeen++ % RealStates.Length];
            foreach ((string invented, string known) in words.Zip(real).OrderByDescending(pair => pair.First.Length)) _states.Add((new Regex($@"\b{invented}\b", RegexOptions.None, TimeSpan.FromSeconds(1)), known));
        }

        private void Actor(string rest)
        {
            string[] parts = rest.Split(" of ");
            _actors[parts[0].Split(' ')[^1]] = (ActorKey.Of(parts[0]), parts.Length < 2 ? null : Real(parts[1]).ToLowerInvariant());
        }

        private void Family(string[] words)
        {
            _families++;
            _actor = words[2].TrimEnd(':');
            _family = $"{_occasion} {_families}";
            if (!_actors.ContainsKey(_actor)) throw new InvalidDataException($"{file}: {_occasion} has no actor called {_actor}. Name him in a line that begins with \"actor\".");
        }

        private MarkedWording Wording(string article, string text)
        {
            (DateOnly? published, bool tellsDay) = _articles[article];
            (string key, string? side) = _actors[_actor];
            string real = Real(text);
            Match marked = Content().Match(real);
            string content = marked.Success ? marked.Groups["content"].Value : real;
            string context = marked.Success && WordingReading.IsFragment(content) ? string.Concat(real[..marked.Index], " ", real[(marked.Index + marked.Length)..]).Trim() : "";
            string id = $"{_occasion} {++_wordings}";
            Proposition proposition = new(key, side, tellsDay ? _day : null, published ?? _day, content, context);
            Attribution attribution = new() { Source = [], Cue = [], Content = [], Form = AttributionForm.Indirect, Confidence = 1, FoundBy = "written", Speaker = key };
            Appearance appearance = new() { StatementId = id, Attribution = attribution, Content = content, Proposition = proposition };
            return new MarkedWording(_occasion, $"{_occasion}/{article}", id, content, key, appearance, new HashSet<string>(StringComparer.Ordinal) { _family });
        }

        private string Real(string text)
        {
            foreach ((Regex word, string real) in _states) text = word.Replace(text, real);
            return text;
        }
    }

    [GeneratedRegex(@"\{(?<content>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Content();
}
