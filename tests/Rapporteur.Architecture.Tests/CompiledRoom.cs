using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Rapporteur.Architecture.Tests;

/// <summary>What a compiled assembly reaches for, read from its metadata and not from anybody's intentions.</summary>
internal sealed record CompiledRoom(IReadOnlySet<string> Assemblies, IReadOnlySet<string> Types)
{
    public static CompiledRoom Read(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        return new CompiledRoom(
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet(StringComparer.Ordinal),
            metadata.TypeReferences.Select(handle => FullName(metadata, handle)).ToHashSet(StringComparer.Ordinal));
    }

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
