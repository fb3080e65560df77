using System.IO;
using System.Runtime.CompilerServices;
using VerifyTests;
using VerifyXunit;

namespace NetGen.Generator.Tests;

/// <summary>The snapshots of Generator.Tests, held by Verify in the same files.</summary>
internal static class Snapshot
{
    public static void Match(string text, string hintName, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Verifier.Verify(new Target("cs", text, Path.GetFileNameWithoutExtension(hintName)), sourceFile: file)
            .UseTypeName(Path.GetFileNameWithoutExtension(file))
            .UseMethodName(method)
            .GetAwaiter()
            .GetResult();
}
