using System;
using System.IO;
using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace NetGen.Generator.Tests;

/// <summary>
/// Holds generated text against a reviewed file beside the test, named as Verify names them:
/// <c>Class.Method#Hint.g.verified.cs</c>. With NETGEN_ACCEPT=1 the file is written instead.
/// </summary>
internal static class Snapshot
{
    /// <param name="text">The generated text.</param>
    /// <param name="hintName">The name of the generated file: <c>Demo.Digits.g.cs</c>.</param>
    /// <param name="method">The test.</param>
    /// <param name="file">The test's file, which is named after its class.</param>
    public static void Match(string text, string hintName, [CallerMemberName] string method = "", [CallerFilePath] string file = "")
    {
        string stem = Path.Combine(
            Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}#{Path.GetFileNameWithoutExtension(hintName)}");
        string verified = $"{stem}.verified.cs";
        string received = $"{stem}.received.cs";
        string actual = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("NETGEN_ACCEPT") == "1")
        {
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return;
        }

        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            return;
        }

        File.WriteAllText(received, actual);
        throw new XunitException($"{Path.GetFileName(verified)}: {FirstDifference(expected, actual)}\nReview {received}; NETGEN_ACCEPT=1 accepts it.");
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        int line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line])
        {
            line++;
        }

        return $"line {line + 1}\n- {Line(before, line)}\n+ {Line(after, line)}";

        static string Line(string[] lines, int line) => line < lines.Length ? lines[line] : "(end)";
    }
}
