using System.CommandLine;
using Rapporteur.Web.Safety;
using Spectre.Console;

namespace Rapporteur.Cli.Commands;

/// <summary><c>access</c>: who may use a dossier from other machines.</summary>
internal static class AccessCommand
{
    public static Command Create(Terminal terminal) => new("access",
        """
        Says who may use the dossier that serve shows: a password for people, tokens for programs. As long as
        there is neither, serve listens on this machine only and asks nobody. As soon as there is one, it asks
        everybody, on this machine too. Only hashes are kept, in FILE.access.json beside the dossier.

        Example: rapporteur access password --db talks.db
                 rapporteur access token newsroom-script --db talks.db
        """)
    {
        Password(terminal), Token(terminal), Remove(terminal), List(terminal),
    };

    private static Command Password(Terminal terminal)
    {
        Option<string> database = CommonOptions.Database();
        Option<string?> from = new("--from") { Description = "Read it from the first line of this file, not from the terminal; - is standard input", HelpName = "FILE" };
        Command command = new("password", $"Sets the password, of at least {Credentials.ShortestPassword} characters. Whoever signed in with the one before has to sign in again") { database, from };
        command.SetAction(parse =>
        {
            string dossier = Existing(parse.GetValue(database)!);
            string password = Ask(terminal, parse.GetValue(from));
            if (Credentials.Objection(password) is { } objection) throw new UsersProblem(objection);
            AccessFile.Write(dossier, AccessFile.Read(dossier) with { Password = Credentials.HashPassword(password) });
            terminal.Line($"The password is set. Its hash is in {AccessFile.PathFor(dossier)}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Token(Terminal terminal)
    {
        Argument<string> name = new("NAME") { Description = "What it is for, so that it can be taken back" };
        Option<string> database = CommonOptions.Database();
        Command command = new("token", "Makes a token for a program, and prints it this once. It is sent as: Authorization: Bearer TOKEN") { name, database };
        command.SetAction(parse =>
        {
            string dossier = Existing(parse.GetValue(database)!), called = parse.GetValue(name)!;
            AccessRules rules = AccessFile.Read(dossier);
            if (rules.Tokens.Any(token => token.Name == called)) throw new UsersProblem($"There is a token {called} already. Take it back first: rapporteur access remove {called} --db {dossier}");
            string made = Credentials.NewToken();
            AccessFile.Write(dossier, rules with { Tokens = [.. rules.Tokens, new AccessToken(called, Credentials.HashToken(made))] });
            terminal.Line(made);
            terminal.Say("Keep it: it is not kept here and cannot be printed again.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove(Terminal terminal)
    {
        Argument<string?> name = new("NAME") { Description = "Name of a token", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> password = new("--password") { Description = "The password" };
        Option<string> database = CommonOptions.Database();
        Command command = new("remove", "Takes a token or the password back, at once, for a server that is running too") { name, password, database };
        command.SetAction(parse =>
        {
            string dossier = Existing(parse.GetValue(database)!);
            AccessRules rules = AccessFile.Read(dossier);
            AccessRules left = rules with
            {
                Password = parse.GetValue(password) ? null : rules.Password,
                Tokens = [.. rules.Tokens.Where(token => token.Name != parse.GetValue(name))],
            };
            if (left.Password == rules.Password && left.Tokens.Count == rules.Tokens.Count)
                throw new UsersProblem("There is no such token or password. rapporteur access list tells what there is.");
            AccessFile.Write(dossier, left);
            terminal.Line(left.Asks ? "Taken back." : "Taken back. Nothing is asked any more, so the next serve listens on this machine only.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        Option<string> database = CommonOptions.Database();
        Command command = new("list", "Tells whether there is a password, and the names of the tokens") { database };
        command.SetAction(parse =>
        {
            AccessRules rules = AccessFile.Read(Existing(parse.GetValue(database)!));
            terminal.Line(rules.Password is null ? "no password" : "a password");
            foreach (AccessToken token in rules.Tokens) terminal.Line($"token {token.Name}");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Existing(string database) => File.Exists(database)
        ? database
        : throw new UsersProblem($"{database}: there is no such dossier. Make one with: rapporteur read ARTICLES --db {database}");

    // Never as an argument: whoever lists the processes of a machine reads those.
    private static string Ask(Terminal terminal, string? from)
    {
        if (from is not null and not "-") return File.ReadLines(from).FirstOrDefault("");
        if (from == "-" || Console.IsInputRedirected) return Console.In.ReadLine() ?? "";
        string password = terminal.Error.Prompt(new TextPrompt<string>("New password:").Secret(null));
        return terminal.Error.Prompt(new TextPrompt<string>("Once more:").Secret(null)) == password ? password : throw new UsersProblem("The two are not the same. Nothing was changed.");
    }
}
