using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rapporteur.Web.Api;

namespace Rapporteur.Web.Safety;

/// <summary>Lets in who may: people by a password and a session, programs by a token. Where neither is set, everybody on this machine.</summary>
internal static class Access
{
    /// <summary>The scheme of sessions.</summary>
    public const string Session = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Where people sign in.</summary>
    public const string SignInPath = "/sign-in";

    private const string Either = "either";
    private const string Bearer = "Bearer";
    private const string PasswordClaim = "password";

    /// <summary>What is needed to ask.</summary>
    public static void AddServices(IServiceCollection services, WebOptions options)
    {
        bool asks = options.Access().Asks;
        // Keys live as long as the server: whoever restarts it signs everybody out, and no key lies on the disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "rapporteur-forms";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<SignInRate>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector = http => http.Request.Headers.ContainsKey("Authorization") || ApiRoutes.Claims(http) && !HasSession(http) ? Bearer : Session)
            .AddCookie(Session, cookie => Configure(cookie, options))
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(Bearer, null);
        services.AddAuthorization(rules =>
        {
            // What a route does not say of itself holds: ask.
            if (asks) rules.FallbackPolicy = new AuthorizationPolicyBuilder(Either).RequireAuthenticatedUser().Build();
        });
    }

    /// <summary>Who signed in with the password.</summary>
    public static ClaimsPrincipal WithPassword(AccessRules rules) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "reader"), new Claim(PasswordClaim, Mark(rules))], Session));

    private static void Configure(CookieAuthenticationOptions cookie, WebOptions options)
    {
        cookie.Cookie.Name = "rapporteur-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = SignInPath;
        cookie.AccessDeniedPath = SignInPath;
        cookie.ReturnUrlParameter = "return";
        cookie.Events.OnValidatePrincipal = async context =>
        {
            // A session lasts no longer than the password it was opened with.
            if (context.Principal?.FindFirstValue(PasswordClaim) == Mark(options.Access())) return;
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Session);
        };
        cookie.Events.OnRedirectToLogin = context => ApiRoutes.Claims(context.HttpContext) ? Refuse(context.Response) : Redirect(context);
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = Bearer;
        return Task.CompletedTask;
    }

    private static bool HasSession(HttpContext http) => http.Request.Cookies.ContainsKey("rapporteur-session");

    private static string Mark(AccessRules rules) => rules.Password is { } password ? Credentials.HashToken(password)[..16] : "";

    /// <summary>Lets in who sends <c>Authorization: Bearer TOKEN</c>.</summary>
    private sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> monitor, ILoggerFactory logs, UrlEncoder encoder, WebOptions web)
        : AuthenticationHandler<AuthenticationSchemeOptions>(monitor, logs, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            string header = Request.Headers.Authorization.ToString();
            if (header.Length == 0) return Task.FromResult(AuthenticateResult.NoResult());
            if (!header.StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.Fail("The API takes a Bearer token."));
            AccessToken? token = Credentials.TokenOf(web.Access(), header[(Bearer.Length + 1)..].Trim());
            if (token is null) return Task.FromResult(AuthenticateResult.Fail("The token is not known."));
            ClaimsIdentity who = new([new Claim(ClaimTypes.Name, token.Name)], Bearer);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(who), Bearer)));
        }

        protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refuse(Response);
    }
}
