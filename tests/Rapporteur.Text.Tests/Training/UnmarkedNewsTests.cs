using Rapporteur.Train;
using Rapporteur.Train.Attributions.Network;

namespace Rapporteur.Text.Tests.Training;

public sealed class UnmarkedNewsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unmarked").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Words_of_the_corpora_become_texts_with_blanks_where_a_printer_sets_them()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "gmb-ner"));
        File.WriteAllLines(Path.Combine(_folder, "gmb-ner", "ner_dataset.csv"), [
            "Sentence #,Word,POS,Tag", .. Rows("1", "The", "mayor", "\"\"\"\"", "did", "n't", "sleep", "\"\"\"\"", "\",\"", "Arden", "'s", "aide", "said", "."), .. Rows("2", "It", "cost", "$", "5", "(", "six", "pounds", ")", "."), .. Rows("3", "Talmar", "slept", ".")]);
        Directory.CreateDirectory(Path.Combine(_folder, "ecb-plus"));
        File.WriteAllText(Path.Combine(_folder, "ecb-plus", "1.xml"), "<Document><token sentence=\"0\">Hald</token><token sentence=\"0\">agreed</token><token sentence=\"0\">.</token></Document>");

        List<string> texts = [.. UnmarkedNews.Read(new TrainingContext(_folder, _folder, 1, 1, TextWriter.Null))];

        Assert.Equal(["The mayor \"didn't sleep\", Arden's aide said. It cost $5 (six pounds).\n\nTalmar slept.", "Hald agreed."], texts);
    }

    private static IEnumerable<string> Rows(string number, params string[] words) => words.Select((word, i) => $"{(i == 0 ? "Sentence: " + number : "")},{word},X,O");
}
