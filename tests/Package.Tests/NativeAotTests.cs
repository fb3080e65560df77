using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
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
        double[] inside = new double[11], whole = new double[11];
        for (int run = 0; run < whole.Length; run++)
        {
            long start = Stopwatch.GetTimestamp();
            CommandResult result = Command.Run(project.Folder, program).Succeeded();
            whole[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

            // All parameters are 0: ten digits of the same probability.
            Assert.Equal("0.1", result.OutputLines[0]);
            inside[run] = double.Parse(result.OutputLines[1], CultureInfo.InvariantCulture);
        }

        package.Say(
            $"NativeAOT, 784-128-10: {new FileInfo(program).Length / 1e6:F2} MB, " +
            $"{Median(inside):F2} ms from the start of Main to the first prediction, initializing included; " +
            $"{Median(whole):F1} ms from the start of the process to its end");
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
