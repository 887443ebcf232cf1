namespace Rapporteur.Text;

/// <summary>A stretch of a text, half open: it starts at <see cref="Start"/> and ends just before <see cref="End"/>.</summary>
/// <remarks>Inside the program positions count UTF-16 code units, as .NET strings do; exports count code points (<see cref="CodePointOffsets"/>).</remarks>
/// <param name="Start">Position of the first character.</param>
/// <param name="End">Position after the last character.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 code units covered.</summary>
    public int Length => End - Start;

    /// <summary>True when nothing is covered.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>The characters covered.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);

    /// <summary>The characters covered, as a string of their own.</summary>
    public string In(string text) => text[Start..End];

    /// <summary>True when the character at <paramref name="position"/> is covered.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>True when every character of <paramref name="other"/> is covered.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True when the two share at least one character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The shortest span that covers both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The same stretch seen from a text in which this text begins at <paramref name="offset"/>.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, End + offset);

    /// <summary>Text order: by start, then the longer one first, so that an outer span stands before what it contains.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : other.End.CompareTo(End);

    /// <inheritdoc/>
    public override string ToString() => $"[{Start},{End})";

    /// <summary>Earlier in text order.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Later in text order.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Not later in text order.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier in text order.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
