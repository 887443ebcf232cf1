using System.Reflection;
using Rapporteur.Querying;

namespace Rapporteur.Web.Tests.Fixtures;

/// <summary>A record that cannot be read.</summary>
public class BrokenRecord : DispatchProxy
{
    /// <summary>Makes one.</summary>
    public static IRecordQueries Create() => Create<IRecordQueries, BrokenRecord>();

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new IOException("secret: the disk at /secret is gone");
}
