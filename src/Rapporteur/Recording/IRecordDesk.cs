using Rapporteur.Querying;

namespace Rapporteur.Recording;

/// <summary>What people change in a record: their judgements and the searches they keep. What the program found is not among it.</summary>
public interface IRecordDesk
{
    /// <summary>Keeps what a person decided, dated, and brings the record to it. It holds for what is recorded later too.</summary>
    /// <exception cref="JudgementException">What it is about is not in the record, or cannot be judged in this way.</exception>
    Task<Judgement> JudgeAsync(JudgementRequest request, CancellationToken cancel);

    /// <summary>Takes a judgement back, and brings the record to what it would be without. Null when none of this number holds.</summary>
    Task<Judgement?> UndoJudgementAsync(int number, CancellationToken cancel);

    /// <summary>Keeps a search under a name; one that has the name already is replaced.</summary>
    /// <param name="name">As people call it.</param>
    /// <param name="asked">The parameters, as in the address of the page: <c>about=levy&amp;speaker=tolland</c>.</param>
    /// <param name="cancel">Stops before it is written.</param>
    /// <exception cref="JudgementException">The name has neither letter nor digit.</exception>
    Task<SavedSearch> SaveSearchAsync(string name, string asked, CancellationToken cancel);

    /// <summary>Forgets a search; false when there is none of this identity.</summary>
    Task<bool> ForgetSearchAsync(string id, CancellationToken cancel);

    /// <summary>Forgets that something could not be read; false when that is not known.</summary>
    Task<bool> ForgetUnreadAsync(string location, CancellationToken cancel);
}
