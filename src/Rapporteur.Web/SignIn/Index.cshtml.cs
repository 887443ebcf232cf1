using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using Rapporteur.Web.Safety;

namespace Rapporteur.Web.SignIn;

/// <summary>Asks for the password, and opens a session for who knows it.</summary>
[AllowAnonymous]
internal sealed partial class IndexModel(WebOptions options, SignInRate rate, ILogger<IndexModel> log) : PageModel
{
    /// <summary>Why there is no session yet, after a try.</summary>
    public string? Objection { get; private set; }

    /// <summary>Where to go then: a path of this server.</summary>
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true || !options.Access().Asks ? LocalRedirect(Destination()) : Page();

    public async Task<IActionResult> OnPostAsync([FromForm] string? password)
    {
        if (!rate.Allows(HttpContext.Connection.RemoteIpAddress))
        {
            LogTooMany(HttpContext.Connection.RemoteIpAddress);
            Response.Headers.RetryAfter = "60";
            return Again(StatusCodes.Status429TooManyRequests, "Too many tries. Wait a minute, then try again.");
        }

        AccessRules rules = options.Access();
        if (!Credentials.PasswordFits(rules, password ?? ""))
        {
            LogWrong(HttpContext.Connection.RemoteIpAddress);
            return Again(StatusCodes.Status401Unauthorized, "That is not the password of this dossier.");
        }

        await HttpContext.SignInAsync(Access.Session, Access.WithPassword(rules));
        return LocalRedirect(Destination());
    }

    private PageResult Again(int status, string objection)
    {
        Objection = objection;
        // The page itself says what is wrong; the page of problems would not ask again.
        HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>()?.Enabled = false;
        return new PageResult { StatusCode = status };
    }

    private string Destination() => Url.IsLocalUrl(Return) ? Return! : "/";

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in from {Address} was refused: wrong password")]
    private partial void LogWrong(System.Net.IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in from {Address} was refused: too many tries")]
    private partial void LogTooMany(System.Net.IPAddress? address);
}
