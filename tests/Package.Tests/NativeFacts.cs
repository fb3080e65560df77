using System;
using System.Runtime.InteropServices;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Package.Tests;

/// <summary>A test that publishes for NativeAOT, which calls the machine's own linker.</summary>
internal sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute() => Skip = Missing;

    public static string? Linker { get; } = Programs.Find("clang", "gcc");

    /// <summary>Why this machine cannot, or null.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 ? "NativeAOT is tried on Linux x64 only"
        : Linker is null ? "NativeAOT needs clang or gcc on the path"
        : null;
}

/// <summary>A test that compiles for ARM64 and runs the result under emulation.</summary>
internal sealed class Arm64FactAttribute : FactAttribute
{
    public Arm64FactAttribute() => Skip =
        NativeAotFactAttribute.Missing
        ?? (Programs.Find(Compiler) is null ? $"{Compiler} is not on the path"
            : Programs.Find(Emulator) is null ? $"{Emulator} is not on the path"
            : null);

    public const string Compiler = "aarch64-linux-gnu-gcc";
    public const string Emulator = "qemu-aarch64-static";
}
