using Rapporteur.Text;
using Rapporteur.Text.Segmentation;
using Rapporteur.Text.Tokenization;

namespace Rapporteur.Web.Marking;

/// <summary>Finds the sentences around an attribution, so that a wording is never shown without its surroundings.</summary>
internal sealed class SentenceContext(string text)
{
    // A statement's page shows up to 25 reports and should stay below 100 KB.
    private const int MaxLength = 900;

    private readonly IReadOnlyList<TextSpan> _paragraphs = Paragraphs.Of(text);

    /// <summary>The stretches to show, in text order: every sentence that the marks touch, neighbours of one paragraph joined; cut where it grows too long.</summary>
    public IReadOnlyList<TextSpan> Around(IReadOnlyList<Mark> marks)
    {
        List<TextSpan> shown = [];
        int room = MaxLength, lastTouched = -2;
        IReadOnlyList<TextSpan> sentences = SentencesNear(marks);
        for (int i = 0; i < sentences.Count && room > 0; i++)
        {
            TextSpan sentence = sentences[i];
            if (!marks.Any(mark => mark.Span.Overlaps(sentence))) continue;
            if (sentence.Length > room) sentence = sentence with { End = sentence.Start + room };
            room -= sentence.Length;
            if (lastTouched == i - 1 && SameParagraph(shown[^1], sentence)) shown[^1] = shown[^1] with { End = sentence.End };
            else shown.Add(sentence);
            lastTouched = i;
        }

        return shown;
    }

    private bool SameParagraph(TextSpan before, TextSpan after) =>
        _paragraphs.Any(paragraph => paragraph.Contains(before.Start) && paragraph.Contains(after.Start));

    // An article may be a whole book: only the paragraphs touched are divided.
    private IReadOnlyList<TextSpan> SentencesNear(IReadOnlyList<Mark> marks)
    {
        List<TextSpan> near = [.. _paragraphs.Where(paragraph => marks.Any(mark => mark.Span.Overlaps(paragraph)))];
        return [.. SentenceSplitter.Split(text, near, Tokenizer.Tokenize(text, near)).Select(sentence => sentence.Span)];
    }
}
