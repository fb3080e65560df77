using System;
using System.IO;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tests;

/// <summary>samples/Gpu on the test double of ILGPU, which here counts launches and runs none.</summary>
public sealed class GpuTests
{
    [Fact]
    public void It_trains_on_the_device_and_then_the_same_on_the_CPU()
    {
        string[] lines = Run("--images", "1200", "--epochs", "2", "--threads", "1").Succeeded().OutputLines;

        Assert.Equal("on the device: the double of ILGPU; on the CPU: 1 thread", lines[0]);
        Assert.Equal("1200 images to train, 200 others to test, drawn with seed 1; batches of 256", lines[1]);
        Assert.Matches(@"^784-128-10 on the device  epoch 1/2  cost of the last batch NaN +[\d,]+ rows/s$", lines[2]); // no launch is run here
        Assert.Matches(@"^784-128-10 on the CPU     epoch 2/2  cost of the last batch \d\.\d{4} +[\d,]+ rows/s$", lines[5]);
        Assert.Matches(@"^trained on the device, judged on the CPU: test accuracy 0\.\d{4}$", lines[6]);
        Assert.Matches(@"^trained on the CPU: test accuracy 0\.\d{4}$", lines[7]);
    }

    [Fact]
    public void Times_of_a_device_that_computes_something_else_are_not_shown()
    {
        CommandResult run = Run("--crossover");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"^784-128-10: the cost of the first batch is NaN on the device and \d\.\d+ on the CPU, so its times would say nothing\.\s*$", run.Error);
    }

    [Fact]
    public void What_cannot_be_is_one_line_and_exit_code_1()
    {
        Refused("There is no GPU here.", "--device", "cuda");
        Refused("Argument 'gpu' not recognized. Must be one of: 'cuda' 'opencl' 'cpu'", "--device", "gpu");
        Refused("--images: expected 60 to 200000, not 59.", "--images", "59");
        Refused("--crossover and --epochs cannot go together: the networks and batches that are compared are always the same.", "--crossover", "--epochs", "3");
    }

    private static void Refused(string says, params string[] arguments)
    {
        CommandResult run = Run(arguments);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(says, run.Error.Trim());
    }

    private static CommandResult Run(params string[] arguments) =>
        Command.Dotnet(AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "Gpu.dll"), .. arguments]);
}
