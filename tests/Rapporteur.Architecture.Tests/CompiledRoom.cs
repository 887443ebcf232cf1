using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Rapporteur.Architecture.Tests;

/// <summary>What a compiled assembly reaches for, read from its metadata and not from anybody's intentions.</summary>
/// <param name="Assemblies">Names of the assemblies it refers to.</param>
/// <param name="Types">Full names of the types it refers to.</param>
/// <param name="Members">Members of other assemblies' types that it calls: <c>System.DateTime.get_Now</c>.</param>
internal sealed record CompiledRoom(IReadOnlySet<string> Assemblies, IReadOnlySet<string> Types, IReadOnlySet<string> Members)
{
    public static CompiledRoom Read(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        return new CompiledRoom(
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet(StringComparer.Ordinal),
            metadata.TypeReferences.Select(handle => FullName(metadata, handle)).ToHashSet(StringComparer.Ordinal),
            metadata.MemberReferences.Select(metadata.GetMemberReference).Where(m => m.Parent.Kind == HandleKind.TypeReference)
                .Select(m => $"{FullName(metadata, (TypeReferenceHandle)m.Parent)}.{metadata.GetString(m.Name)}").ToHashSet(StringComparer.Ordinal));
    }

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
