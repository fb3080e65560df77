using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Which ILGPU a compilation knows: the assembly that declares the type of accelerators.</summary>
internal static class IlgpuReference
{
    private const string Accelerator = "ILGPU.Runtime.Accelerator";

    /// <summary>Its version, the highest of several; null where there is none.</summary>
    public static Version? VersionIn(Compilation compilation) => compilation.GetTypesByMetadataName(Accelerator)
        .Where(type => type.DeclaredAccessibility == Accessibility.Public)
        .Select(type => type.ContainingAssembly.Identity.Version).Max();
}
