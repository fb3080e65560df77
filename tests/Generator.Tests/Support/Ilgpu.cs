using System;
using System.Collections.Concurrent;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>What stands for ILGPU: the test double, or for other versions an assembly that declares accelerators and nothing else.</summary>
internal static class Ilgpu
{
    /// <summary>The version that the tests know where it does not matter.</summary>
    public const string Version = "1.5.3";

    private const string Accelerator = "namespace ILGPU.Runtime { public abstract class Accelerator; }";

    private static readonly ConcurrentDictionary<string, MetadataReference> references = new();

    /// <summary>A compilation that references this version.</summary>
    public static CSharpCompilation Beside(CSharpCompilation compilation, string version = Version) =>
        compilation.AddReferences(references.GetOrAdd(version, _ => version == Version
            ? MetadataReference.CreateFromFile(typeof(ILGPU.Index1D).Assembly.Location)
            : Reference($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] {Accelerator}", "ILGPU")));

    /// <summary>An assembly of one source.</summary>
    public static MetadataReference Reference(string source, string name)
    {
        using var image = new MemoryStream();
        if (!Host.Compile(source).WithAssemblyName(name).Emit(image).Success)
        {
            throw new ArgumentException($"{name} does not compile: {source}", nameof(source));
        }

        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
