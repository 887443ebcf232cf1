namespace Rapporteur.Matching;

/// <summary>A wording that is in a statement.</summary>
public interface IPlacedWording
{
    /// <summary>By day, those without one last, then by identity.</summary>
    static IComparer<IPlacedWording> ByDay { get; } = Comparer<IPlacedWording>.Create((left, right) =>
        (left.Wording.Day ?? DateOnly.MaxValue).CompareTo(right.Wording.Day ?? DateOnly.MaxValue) is not 0 and var byDay ? byDay : string.CompareOrdinal(left.Id, right.Id));

    /// <summary>Its identity.</summary>
    string Id { get; }

    /// <summary>What is matched.</summary>
    Proposition Wording { get; }

    /// <summary>The identity of its statement.</summary>
    string Statement { get; }
}
