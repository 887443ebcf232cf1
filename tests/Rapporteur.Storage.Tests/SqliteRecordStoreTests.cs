using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Storage.Tests;

public sealed class SqliteInMemoryRecordStoreTests() : RecordStoreContract(async clock => await SqliteRecordStore.InMemoryAsync(clock));

public sealed class SqliteRecordStoreTests() : RecordStoreContract(async clock => await SqliteRecordStore.OpenAsync(TemporaryFile.New(), clock));
