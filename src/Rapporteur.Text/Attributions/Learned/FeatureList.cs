using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>Features of one word, gathered in a buffer that the caller owns.</summary>
/// <param name="buffer">Where the features go.</param>
/// <param name="templates">Where their templates go, for explanations; empty in use.</param>
internal ref struct FeatureList(Span<ulong> buffer, Span<int> templates = default)
{
    /// <summary>Room for the features of any word.</summary>
    public const int Most = 128;

    private readonly Span<ulong> _buffer = buffer;
    private readonly Span<int> _templates = templates;

    public int Count { get; private set; }

    public void Add(int template, ulong a, ulong b = 0, ulong c = 0)
    {
        if (Count < _templates.Length) _templates[Count] = template;
        if (Count < _buffer.Length) _buffer[Count++] = FeatureHash.Of(template, a, b, c) * 0x9E3779B97F4A7C15;
    }
}
