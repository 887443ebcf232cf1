using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rapporteur.Web.Problems;

/// <summary>What is shown instead of a page that cannot be. It asks nothing of the record, which may be the cause.</summary>
internal sealed class IndexModel(WebOptions options) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>True when nobody has signed in who should: then not even the dossier's name is shown.</summary>
    public bool IsStranger { get; private set; }

    public void OnGet(int code)
    {
        IsStranger = options.Access().Asks && User.Identity?.IsAuthenticated != true;
        (Response.StatusCode, Heading, Advice) = code switch
        {
            400 => (400, "That request was not understood", "Its address may have been cut off or mistyped. If you sent a form: load its page again, then send it."),
            403 => (403, "This record is shared for reading", "Nothing can be changed here. Whoever keeps the dossier can: on the machine where it lies, or by starting rapporteur serve without --read-only."),
            405 => (405, "Nothing can be sent to that page", "Go back to the page that you came from and load it again."),
            415 => (415, "That cannot be sent here", "Go back to the page that you came from and load it again."),
            429 => (429, "Too many tries", "Wait a minute, then try again."),
            500 => (500, "Something went wrong", "The reason stands in the terminal where rapporteur runs. Load the page again; if it happens twice, stop and start rapporteur serve."),
            _ => (404, "Nothing is kept here", "The address may be mistyped, or the record may have been made anew since it was written down."),
        };
    }
}
