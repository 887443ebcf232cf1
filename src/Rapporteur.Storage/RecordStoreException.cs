namespace Rapporteur.Storage;

/// <summary>The record cannot be opened, read or written. The message is for the person at the keyboard: what happened, to which file, what to do.</summary>
public sealed class RecordStoreException(string message, Exception? inner = null) : Exception(message, inner);
