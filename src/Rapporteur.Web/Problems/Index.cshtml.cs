using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rapporteur.Web.Problems;

/// <summary>What is shown instead of a page that cannot be. It asks nothing of the record, which may be the cause.</summary>
internal sealed class IndexModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public void OnGet(int code)
    {
        (Response.StatusCode, Heading, Advice) = code switch
        {
            400 => (400, "That request was not understood", "Its address may have been cut off or mistyped."),
            500 => (500, "Something went wrong", "The reason stands in the terminal where rapporteur runs. Load the page again; if it happens twice, stop and start rapporteur serve."),
            _ => (404, "Nothing is kept here", "The address may be mistyped, or the record may have been made anew since it was written down."),
        };
    }
}
