using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Rapporteur.Recording;
using Rapporteur.Web;

namespace Rapporteur.Cli.Commands;

/// <summary><c>serve</c>: the record as pages and API.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<string> database = CommonOptions.Database();
        Option<string> urls = Urls();
        Option<string[]> names = new("--host-name") { Description = "Name by which other machines ask for it; without one, any is answered when it listens elsewhere", HelpName = "NAME" };
        Option<string?> certificate = new("--certificate") { Description = "Certificate for https://: PEM, or PKCS #12 (.pfx, .p12) with its key", HelpName = "FILE" };
        Option<string?> key = new("--certificate-key") { Description = "Its private key in PEM, when it is not in the same file", HelpName = "FILE" };
        Option<string?> secret = new("--certificate-password") { Description = "File whose first line is the password of the certificate's key", HelpName = "FILE" };
        Option<bool> readOnly = new("--read-only") { Description = "Refuse every change: for a record that is shared" };
        Option<string> log = new("--log") { Description = "text: what went wrong, for people; json: that and every request, one JSON object a line. On standard error", DefaultValueFactory = _ => "text" };
        log.AcceptOnlyFromAmong("text", "json");
        Command command = new("serve",
            """
            Serves the record as pages, with the same as JSON under /api, until Ctrl-C.
            It listens on this machine only, and asks nobody for a password. To listen elsewhere, set a password
            or make a token first; then everybody is asked. Over http:// words travel as they are: where others
            share the network give a certificate and an https:// address, or put a reverse proxy with https in front.
            A proxy on this machine is believed what it says of who asks (X-Forwarded-For, X-Forwarded-Proto).

            Example: rapporteur serve --db talks.db --urls http://127.0.0.1:5080
                     rapporteur access password --db talks.db
                     rapporteur serve --db talks.db --urls https://0.0.0.0:5443 --certificate desk.pem --host-name desk.example --read-only
            """) { database, urls, names, certificate, key, secret, readOnly, log };
        command.SetAction(async (parse, cancel) =>
        {
            string dossier = parse.GetValue(database)!;
            await using IRecordStore store = parse.GetValue(readOnly) ? await Services.OpenToReadAsync(dossier, clock, cancel) : await Services.OpenDeskAsync(dossier, clock, cancel);
            return await RunAsync(terminal, store, new WebOptions
            {
                Title = Path.GetFileNameWithoutExtension(dossier),
                Urls = [parse.GetValue(urls)!],
                Issues = () => IssueFile.Read(null, dossier).Issues,
                Access = () => AccessFile.Read(dossier),
                HostNames = parse.GetValue(names) ?? [],
                Certificate = CertificateFile.Read(parse.GetValue(certificate), parse.GetValue(key), parse.GetValue(secret)),
                ReadOnly = parse.GetValue(readOnly),
                Log = parse.GetValue(log) == "json" ? LogForm.Json : LogForm.Text,
            }, cancel);
        });
        return command;
    }

    /// <summary>Where to listen.</summary>
    public static Option<string> Urls() => new("--urls") { Description = "Address to listen on; port 0 takes a free one", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    /// <summary>Serves until cancelled, then lets requests that have begun come to their end.</summary>
    /// <param name="terminal">Where the address is printed.</param>
    /// <param name="store">What is shown.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="UsersProblem">The address cannot be listened on.</exception>
    public static async Task<int> RunAsync(Terminal terminal, IRecordStore store, WebOptions options, CancellationToken cancel)
    {
        if (options.Objection() is { } objection) throw new UsersProblem(objection);
        await using WebApplication pages = RapporteurWeb.Create(store, options);
        try
        {
            await pages.StartAsync(cancel);
        }
        catch (IOException problem)
        {
            throw new UsersProblem($"Cannot listen on {string.Join(", ", options.Urls)}: {problem.Message} Choose another with --urls http://127.0.0.1:PORT.");
        }

        terminal.Line($"Rapporteur is at {string.Join(", ", pages.Urls)}  (Ctrl-C stops it)");
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C and SIGTERM are the ordinary ends of serving.
        }

        await pages.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }
}
