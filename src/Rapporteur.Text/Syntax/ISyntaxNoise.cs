namespace Rapporteur.Text.Syntax;

/// <summary>Leaves out words and numbers while the network learns, so that it relies on none of them alone (Srivastava et al. 2014).</summary>
internal interface ISyntaxNoise
{
    /// <summary>Leaves out the row of a rare word, so that the network learns what to do without it; says whether to leave out the vector too.</summary>
    /// <param name="word">Hash of the word's lower-case form.</param>
    /// <param name="rows">Its rows; those of its form become -1 where they are left out.</param>
    bool Forgets(uint word, Span<int> rows);

    /// <summary>Factors for numbers that come in: 0 for what is left out, one over the share for the rest, so that sums stay as large.</summary>
    float[] MaskInput(int length);

    /// <summary>The same for what goes from one layer to the next.</summary>
    float[] MaskStates(int length);
}
