using System;
using System.IO;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Comparison.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData("--rounds: expected 1 to 10000, not 0.", "--rounds", "0")]
    [InlineData("--threads: expected 1 to 256, not many.", "--threads", "many")]
    [InlineData("--markdown: expected a file in a folder that exists, not 'nowhere/tables.md'.", "--markdown", "nowhere/tables.md")]
    [InlineData("--markdown: expected a file in a folder that exists, not '.', which is a folder.", "--markdown", ".")]
    [InlineData("--work: W1, W2 can do row, batch, train, not step.", "--workloads", "W2", "W1", "--work", "step")]
    [InlineData("--work: a sweep measures one row and the training step. Leave it out, or name --workloads that are measured as well.", "--sweep", "1", "--work", "batch")]
    [InlineData("--forms compares forms of vectors, --sweep random networks with a peer: give one of them.", "--forms", "--sweep", "3")]
    public void A_wrong_option_is_one_line_on_the_error_stream_and_exit_code_1(string message, params string[] arguments)
    {
        CommandResult run = Run(arguments);

        Assert.Equal((1, message), (run.ExitCode, run.Error.Trim()));
    }

    private static CommandResult Run(params string[] arguments) =>
        Command.Dotnet(AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "Comparison.dll"), .. arguments]);
}
