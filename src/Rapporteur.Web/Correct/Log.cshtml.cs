using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Recording;

namespace Rapporteur.Web.Correct;

/// <summary>Who changed what when, newest first; what was taken back too.</summary>
internal sealed class LogModel(IRecordQueries record, Changes changes) : PageModel
{
    // A line takes about 600 bytes.
    private const int Shown = 100;

    public IReadOnlyList<JudgedLine> Judgements { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>True when something can be taken back here.</summary>
    public bool CanChange => changes.Desk is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IReadOnlyList<Judgement> all = await record.JudgementsAsync(cancel);
        (Total, Judgements) = (all.Count, await JudgedLine.OfAsync(record, all.Reverse().Take(Shown), cancel));
    }
}
