using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Web.Safety;

namespace Rapporteur.Web.SignIn;

/// <summary>Ends a session.</summary>
[AllowAnonymous]
internal sealed class OutModel : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(Access.Session);
        return LocalRedirect(Access.SignInPath);
    }
}
