using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NetGen.Generated.Tests.Support;
using NetGen.Oracle;
using NetGen.Runtime.Tests.Oracle;
using NetGen.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Generated.Tests.Oracle;

/// <summary>Compiled networks against PyTorch's results: the project's own, and the large set where it is.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private static readonly string[] groups = ["activation", "dense", "mlp", "loss", "structure", "conv", "pool", "recurrent", "embedding", "attention", "norm"];

    [Theory]
    [InlineData(VectorForm.Vector)]
    [InlineData(VectorForm.Vector512)]
    [InlineData(VectorForm.Portable)]
    public void CompiledNetworksAgreeWithTheProjectsOwnResults(VectorForm form)
    {
        OracleCase[] cases = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "oracle"), "*.json").Order().Select(OracleCase.Load)];

        Agree([.. cases.Select(OracleAdapter.Adapt).OfType<OracleProblem>().Where(IsNetwork)], form);
    }

    [SharedOracleFact]
    public void CompiledNetworksAgreeWithTheLargeSet()
    {
        OracleProblem[] problems = [.. groups.SelectMany(SharedOracle.Cases).Select(OracleAdapter.Adapt).OfType<OracleProblem>().Where(IsNetwork)];

        Array.ForEach(Enum.GetValues<VectorForm>(), form => Agree(problems, form));
    }

    [SharedOracleFact]
    [Trait("Mathematics", "F1")]
    [Trait("Mathematics", "F2")]
    public void CompiledNetworksFollowWholeTrainings()
    {
        OracleCase[] cases = [.. SharedOracle.Cases("training")];
        Assert.NotEmpty(cases);
        foreach (VectorForm form in Enum.GetValues<VectorForm>())
        {
            using CompiledNetworks compiled = NetworkCompiler.Compile(cases.Select(oracle => Declare.Network(TrainingOracle.Describe(oracle), oracle.Id)), form);
            OracleCase[] held = [.. cases.Where(oracle => compiled.Has(oracle.Id))];
            Assert.Empty(held.SelectMany(oracle => TrainingOracle.Follow(oracle, compiled.Create(oracle.Id))));
            output.WriteLine($"{held.Length} trainings followed in the {form} form, {Width.Text}.");
        }
    }

    [SharedOracleFact]
    public void WhatCannotBeCompiledIsListedWithItsReason()
    {
        foreach (OracleCase oracle in groups.SelectMany(SharedOracle.Cases))
        {
            OracleProblem? problem = OracleAdapter.Adapt(oracle);
            string? reason = problem is null ? Unsupported.Reasons[oracle.Id]
                : IsNetwork(problem) ? null : "a compiled network's probabilities come from sigmoids, not from the input";
            if (reason is not null)
            {
                output.WriteLine($"unsupported {oracle.Group}/{oracle.Id}: {reason}");
                continue;
            }

            Assert.Null(Validity.Of(Declaration(problem!)));
        }
    }

    private void Agree(OracleProblem[] problems, VectorForm form)
    {
        Assert.NotEmpty(problems);
        using CompiledNetworks compiled = NetworkCompiler.Compile(problems.Select(Declaration), form);
        problems = [.. problems.Where(problem => compiled.Has(Identifier(problem)))];
        List<string> differences = [.. problems.SelectMany(problem => OracleCheck.Run(problem, compiled.Create(Identifier(problem))))];

        Assert.Empty(differences);
        output.WriteLine($"{problems.Length} cases agree in the {form} form, {Width.Text}.");
    }

    private static NetworkDeclaration Declaration(OracleProblem problem) => Declare.Network(problem.Description, Identifier(problem));

    private static string Identifier(OracleProblem problem) =>
        string.Concat(problem.Case.Id.Select(character => char.IsLetterOrDigit(character) ? character : '_'));

    /// <summary>Whether a declaration can say it: binary cross-entropy stands on sigmoids.</summary>
    private static bool IsNetwork(OracleProblem problem) =>
        problem.Description is not { Loss: Loss.BinaryCrossEntropy, Layers: [.., ActivateDescription { Activation: not Activation.Sigmoid }] };
}
