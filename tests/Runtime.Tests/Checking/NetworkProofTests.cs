using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Reference;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Runtime.Tests.Checking;

public sealed class NetworkProofTests(ITestOutputHelper output)
{
    [Fact]
    public void A_network_written_with_care_passes_every_check()
    {
        HandWritten network = new();
        float[] before = network.Parameters.ToArray();
        NetworkProof proof = NetworkProof.Of(network);
        output.WriteLine(proof.ToString());
        Assert.True(proof.Passed, proof.ToString());
        Assert.Same(proof, proof.ThrowIfFailed());
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Theory]
    [InlineData(Fault.BiasGradientOfOneRowOnly, "gradient of Dense1.Bias")]
    [InlineData(Fault.MeanForgotten, "gradient of Dense2.Bias")]
    [InlineData(Fault.StaleMask, "training forward")]
    [InlineData(Fault.MaskIgnoresHighSteps, "training forward at step 2³²")]
    [InlineData(Fault.DroppedRow, "forward, a batch of 13")]
    [InlineData(Fault.TransposedWeight, "forward, one row at a time")]
    [InlineData(Fault.WrongReLUSlopeAtZero, "gradient of Dense1.Bias")]
    [InlineData(Fault.MissingBias, "forward, one row at a time")]
    [InlineData(Fault.LostLastInput, "forward, one row at a time")]
    [InlineData(Fault.NotANumber, "forward, a batch of 13")]
    [InlineData(Fault.WrongSoftmaxShift, "forward, one row at a time")]
    [InlineData(Fault.InputGradientOfLastRowOnly, "input gradient")]
    [InlineData(Fault.BackwardForgetsDropout, "gradient of Dense1.Weights")]
    [InlineData(Fault.GradientAccumulates, "gradient of Dense1.Weights")]
    [InlineData(Fault.DirtyGradientPadding, "padding of Gradient's gradient")]
    [InlineData(Fault.WritesBesideOutputs, "calls write what they were given")]
    [InlineData(Fault.ChangesParameters, "calls leave the parameters")]
    [InlineData(Fault.DependsOnEarlierCalls, "forward is deterministic")]
    [InlineData(Fault.CountsCalls, "gradient is deterministic")]
    [InlineData(Fault.Allocates, "forward of one row allocates nothing")]
    [InlineData(Fault.AcceptsLongInputs, "refuses inputs that are no whole rows")]
    [InlineData(Fault.AcceptsForeignWorkspace, "refuses backward with the workspace of another batch")]
    [InlineData(Fault.AcceptsWrongLabels, "refuses a label of 3")]
    [InlineData(Fault.SilentRefusal, "refuses targets of another length")]
    [InlineData(Fault.WritesBeforeRefusing, "refuses outputs of too few rows")]
    [InlineData(Fault.LabelsShifted, "gradient of Dense2.Bias, labels")]
    [InlineData(Fault.CostWithDropout, "cost of a batch of 13")]
    [InlineData(Fault.SlightlyWrongGradient, "gradient of Dense2.Weights")]
    [InlineData(Fault.Throws, "Training")]
    public void A_fault_is_found_and_named(Fault fault, string claim)
    {
        HandWritten network = new(fault);
        if (fault == Fault.WrongReLUSlopeAtZero)
        {
            // Without biases a row of zeros stands on every kink.
            network.Parameters.Slice(80, 4).Clear();
        }

        NetworkProof proof = NetworkProof.Of(network);
        output.WriteLine(proof.ToString());
        Assert.False(proof.Passed);
        Assert.Contains(proof.Findings, finding => !finding.Holds && finding.Claim.StartsWith(claim, StringComparison.Ordinal));
        Assert.Throws<InvalidOperationException>(() => proof.ThrowIfFailed());
    }

    [Fact]
    public void The_reference_in_float_passes_all_but_allocation()
    {
        foreach (NetworkDescription description in Descriptions.All)
        {
            NetworkProof proof = NetworkProof.Of(new ReferenceNetwork<float>(description, seed: 3), parts: ProofParts.All & ~(ProofParts.Allocation | ProofParts.Rejection));
            output.WriteLine(proof.ToString());
            Assert.True(proof.Passed, proof.ToString());
        }

        NetworkProof allocating = NetworkProof.Of(new ReferenceNetwork<float>(Descriptions.All[0]), parts: ProofParts.Allocation);
        Assert.All(allocating.Findings.Where(finding => !finding.Claim.StartsWith("a step of Adam", StringComparison.Ordinal)), finding => Assert.False(finding.Holds));
    }

    [Fact]
    public void The_bounds_of_a_dense_layer_of_width_64_are_not_vacuous()
    {
        NetworkProof proof = NetworkProof.Of(
            new ReferenceNetwork<float>(Descriptions.Layer, seed: 3), parts: ProofParts.Forward | ProofParts.Gradient | ProofParts.Backward);
        output.WriteLine(proof.ToString());
        Assert.True(proof.Passed, proof.ToString());
        ProofFinding[] tensors = [.. proof.Findings.Where(finding => finding.Share is not null && !finding.Claim.StartsWith('J'))];
        Assert.True(tensors.Length > 8);
        Assert.All(tensors, finding => Assert.True(finding.Share > 1e-3, finding.ToString()));
    }

    [Fact]
    public void Through_three_layers_of_width_64_the_bounds_still_decide()
    {
        NetworkProof proof = NetworkProof.Of(
            new ReferenceNetwork<float>(Descriptions.Wide, seed: 3), parts: ProofParts.Forward | ProofParts.Gradient);
        output.WriteLine(proof.ToString());
        Assert.True(proof.Passed, proof.ToString());
        Assert.True(proof.RowsLeftOut <= proof.RowsTried / 4, proof.ToString());
    }
}
