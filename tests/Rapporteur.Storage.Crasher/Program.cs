// Records numbered articles into a database and prints each one's address as soon as the store says that it is recorded.
// The tests kill it in the middle, and run two of it on one file. usage: DATABASE FIRST COUNT
using Rapporteur;
using Rapporteur.Recording;
using Rapporteur.Storage;
using Rapporteur.Storage.Sqlite;
using Rapporteur.Text;

try
{
    await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(args[0], TimeProvider.System);
    int first = int.Parse(args[1]);
    for (int number = first; number < first + int.Parse(args[2]); number++)
    {
        ArticleRecord record = Numbered(number);
        await store.AddAsync(record, CancellationToken.None);
        Console.WriteLine(record.Article.Url);
        Console.Out.Flush();
    }

    return 0;
}
catch (RecordStoreException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static ArticleRecord Numbered(int number)
{
    string content = $"The ferry number {number % 50} sails at noon";
    string text = $"{content}, Mira Tolland said on quay {number}. {string.Join(' ', Enumerable.Range(number, 200))}";
    Attribution attribution = new() { Content = [new TextSpan(0, content.Length)], Form = AttributionForm.Indirect, Speaker = "Mira Tolland" };
    string url = $"https://ferry.example/{number}";
    return new ArticleRecord(
        new Article { Url = url, Location = url, Text = text },
        [new Appearance { StatementId = Identity.Of("statement", content), Content = content, Attribution = attribution }],
        Analysed: true);
}
