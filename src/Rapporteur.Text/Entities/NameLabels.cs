namespace Rapporteur.Text.Entities;

/// <summary>Labels of words in the BILOU scheme (Ratinov and Roth 2009): begin, inside, last, outside, unit.</summary>
/// <remarks>0 is outside; 1 + 4 × kind + position otherwise. Kinds: 0 person, 1 organisation, 2 place (with or without a government).</remarks>
internal static class NameLabels
{
    public const int Kinds = 3;
    public const int Count = 1 + (4 * Kinds);
    public const int Outside = 0;
    public const int Begin = 0;
    public const int Inside = 1;
    public const int Last = 2;
    public const int Unit = 3;

    public static int Of(int kind, int position) => 1 + (4 * kind) + position;

    public static int Kind(int label) => (label - 1) / 4;

    public static int Position(int label) => (label - 1) % 4;

    /// <summary>True when a name goes on after this label.</summary>
    public static bool IsOpen(int label) => label != Outside && Position(label) is Begin or Inside;

    /// <summary>True when the second label may follow the first. -1 stands for the sentence's edge on either side.</summary>
    public static bool MayFollow(int first, int second)
    {
        bool open = first > 0 && IsOpen(first);
        bool continues = second > 0 && Position(second) is Inside or Last;
        return open == continues && (!open || Kind(first) == Kind(second));
    }
}
