using System;
using System.Diagnostics;
using System.IO;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class NativeAotTests(PackageFixture package)
{
    [NativeAotFact]
    public void A_users_project_publishes_to_native_code_without_a_warning_and_predicts()
    {
        UserProject project = package.Project("Native");
        CommandResult publish = project.Dotnet(
            "publish", "-c", "Release", "-r", "linux-x64", "-tl:off", $"-p:CppCompilerAndLinker={NativeAotFactAttribute.Linker}").Succeeded();
        Assert.DoesNotContain("warning", publish.Output);

        string program = project["bin", "Release", "net9.0", "linux-x64", "publish", "Native"];
        var times = new TimeSpan[11];
        for (int run = 0; run < times.Length; run++)
        {
            long start = Stopwatch.GetTimestamp();
            CommandResult result = Command.Run(project.Folder, program).Succeeded();
            times[run] = Stopwatch.GetElapsedTime(start);

            // All parameters are 0: ten digits of the same probability.
            Assert.Equal(["0.1"], result.OutputLines);
        }

        Array.Sort(times);
        package.Say(
            $"NativeAOT, 784-128-10: {new FileInfo(program).Length / 1e6:F2} MB, " +
            $"{times[times.Length / 2].TotalMilliseconds:F1} ms from the start of the process to its end after one prediction");
    }
}
