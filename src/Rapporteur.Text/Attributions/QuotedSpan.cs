namespace Rapporteur.Text.Attributions;

/// <summary>What had to be repaired to see a quotation.</summary>
internal enum MarkRepair
{
    None,

    /// <summary>There was a closing mark only; the beginning is a guess.</summary>
    OpeningMarkLost,

    /// <summary>There was an opening mark only; the end is a guess.</summary>
    ClosingMarkLost,
}

/// <summary>A stretch between outermost quotation marks.</summary>
/// <param name="Outer">With its marks.</param>
/// <param name="Inner">Without its marks.</param>
/// <param name="Paragraph">Index of the paragraph it stands in.</param>
/// <param name="Continues">True when it goes on with a quotation left open, on purpose, at the end of the paragraph before.</param>
/// <param name="Repair">What had to be repaired.</param>
internal readonly record struct QuotedSpan(TextSpan Outer, TextSpan Inner, int Paragraph, bool Continues, MarkRepair Repair);
