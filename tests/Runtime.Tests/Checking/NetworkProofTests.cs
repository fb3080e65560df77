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
        Assert.Same(proof, proof.ThrowUnlessPassed());
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
    [InlineData(Fault.StaleWeightsInBackward, "gradient of Dense1.Weights, backward after 2 steps")]
    [InlineData(Fault.StaleWeightsInForward, "forward after 2 steps")]
    [InlineData(Fault.DirtyGradientPadding, "padding of Gradient's gradient")]
    [InlineData(Fault.WritesBesideOutputs, "calls write what they were given")]
    [InlineData(Fault.ChangesParameters, "calls leave the parameters")]
    [InlineData(Fault.DependsOnEarlierCalls, "forward is deterministic")]
    [InlineData(Fault.CountsCalls, "gradient is deterministic")]
    [InlineData(Fault.Allocates, "forward of one row allocates nothing")]
    [InlineData(Fault.AcceptsLongInputs, "refuses inputs that are no whole rows")]
    [InlineData(Fault.AcceptsForeignWorkspace, "refuses backward with the workspace of another batch")]
    [InlineData(Fault.AcceptsSecondBackward, "refuses a second backward after one forward")]
    [InlineData(Fault.AcceptsWrongLabels, "refuses a label of 3")]
    [InlineData(Fault.SilentRefusal, "refuses targets of another length")]
    [InlineData(Fault.WritesBeforeRefusing, "refuses outputs of too few rows")]
    [InlineData(Fault.LabelsShifted, "gradient of Dense2.Bias, labels")]
    [InlineData(Fault.CostWithDropout, "cost of a batch of 13")]
    [InlineData(Fault.WeightsForgotten, "gradient of Dense2.Bias, weighted rows")]
    [InlineData(Fault.AcceptsWrongWeights, "refuses a weight of NaN")]
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
        Assert.Throws<InvalidOperationException>(() => proof.ThrowUnlessPassed());
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

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(64, 3)]
    public void A_network_written_with_care_passes_for_other_batches_and_seeds(int rows, ulong seed) =>
        NetworkProof.Of(new HandWritten(), seed, rows, steps: 2).ThrowUnlessPassed();

    [Fact]
    public void Rows_within_rounding_of_a_kink_are_left_out_and_counted()
    {
        // z = (10⁶x₀ + x₁ + 3) − (10⁶x₀ + 3) = x₁, with roundings that add up to a few tenths.
        NetworkProof proof = NetworkProof.Of(Cancelling(1), parts: ProofParts.Forward | ProofParts.Gradient, rows: 5);
        Assert.True(proof.Passed, proof.ToString());
        Assert.True(proof.RowsLeftOut > 0);
        Assert.Equal(proof.RowsTried - (5 + 1 + 3), proof.RowsLeftOut);
        Assert.Contains($"{proof.RowsLeftOut} lay within rounding of a kink", proof.ToString());
    }

    [Fact]
    public void Where_every_row_is_within_rounding_of_a_kink_nothing_is_decided()
    {
        NetworkProof proof = NetworkProof.Of(Cancelling(0), parts: ProofParts.Forward | ProofParts.Rejection);
        Assert.False(proof.Passed);
        Assert.False(proof.Failed);
        Assert.All(proof.Findings, finding => Assert.False(finding.Decided));
        Assert.Contains("2 of 2 claims could not be decided", proof.ToString());
        Assert.Contains("UNDECIDED", proof.ToString());
        Assert.Throws<InvalidOperationException>(() => proof.ThrowUnlessPassed());
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void A_parameter_that_is_no_number_is_named_and_nothing_is_judged(float value, string written)
    {
        HandWritten network = new();
        network.Parameters[network.Layout.Tensors[2].Position(5)] = value;
        NetworkProof proof = NetworkProof.Of(network);
        ProofFinding finding = Assert.Single(proof.Findings);
        Assert.Contains($"Dense2.Weights[1, 1] is {written}", finding.Detail);
        Assert.False(finding.Decided);
        Assert.Equal(0, proof.RowsTried);
    }

    [Fact]
    public void What_the_reference_throws_is_not_said_of_the_network()
    {
        NetworkProof proof = NetworkProof.Of(new Strange(), parts: ProofParts.Layout | ProofParts.Forward);
        ProofFinding finding = Assert.Single(proof.Findings, finding => !finding.Holds);
        Assert.DoesNotContain("the network threw", finding.Detail);
        Assert.Contains("The reference has no layer StrangeDescription", finding.Detail);
        Assert.False(finding.Decided);
        Assert.False(proof.Failed);
    }

    [Fact]
    public void A_report_counts_what_failed_and_what_is_undecided_apart()
    {
        NetworkProof proof = NetworkProof.Of(new Strange { WithoutWorkspaces = true }, parts: ProofParts.Forward | ProofParts.Training);
        Assert.StartsWith("Strange: of 2 claims 1 failed and 1 could not be decided.", proof.ToString());
        Assert.True(proof.Failed);
    }

    [Fact]
    public void What_the_network_throws_is_said_of_it()
    {
        NetworkProof proof = NetworkProof.Of(new HandWritten(Fault.Throws), parts: ProofParts.Training);
        Assert.StartsWith("the network threw", Assert.Single(proof.Findings).Detail);
        Assert.True(proof.Failed);
    }

    [Fact]
    public void A_network_predicts_on_four_threads_at_once()
    {
        Meeting network = new();
        NetworkProof proof = NetworkProof.Of(network, parts: ProofParts.Determinism);
        Assert.True(proof.Passed, proof.ToString());
        Assert.Equal((4, true), (network.Threads, network.Met));
        Assert.Contains("4 threads", proof.ToString());
    }

    [Fact]
    public void What_a_network_throws_on_another_thread_is_reported()
    {
        ProofFinding finding = Assert.Single(NetworkProof.Of(new Meeting { Throws = true }, parts: ProofParts.Determinism).Findings);
        Assert.Equal("the network threw InvalidCastException: on another thread", finding.Detail);
    }

    [Fact]
    public void A_layout_that_is_not_the_descriptions_is_named()
    {
        NetworkProof proof = NetworkProof.Of(new Misplaced(new HandWritten()));
        ProofFinding finding = Assert.Single(proof.Findings);
        Assert.False(finding.Holds);
        Assert.Contains("Dense1.Weights [4, 5]", finding.Detail);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => NetworkProof.Of(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkProof.Of(new HandWritten(), rows: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkProof.Of(new HandWritten(), steps: -1));
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
    public void Through_three_layers_of_width_64_a_gradient_off_by_a_fiftieth_is_found_in_every_tensor()
    {
        ReferenceNetwork<float> network = new(Descriptions.Wide, seed: 3);
        NetworkProof Proof(INetwork<float> proved) => NetworkProof.Of(proved, parts: ProofParts.Gradient, rows: 3);
        NetworkProof right = Proof(network);
        Assert.True(right.Passed, right.ToString());
        Assert.True(right.RowsLeftOut <= right.RowsTried / 4, right.ToString());
        foreach (ParameterTensor tensor in network.Layout.Tensors)
        {
            NetworkProof wrong = Proof(new Altered<float>(network, gradient =>
            {
                foreach (ref float g in gradient.AsSpan(tensor.Offset, tensor.Length))
                {
                    g *= 1.02f;
                }
            }));
            Assert.Contains(wrong.Findings, finding => !finding.Holds && finding.Claim.StartsWith($"gradient of {tensor.Name}", StringComparison.Ordinal));
            Assert.All(wrong.Findings.Where(finding => !finding.Holds), finding => Assert.Contains(tensor.Name, finding.Claim));
        }
    }

    private static ReferenceNetwork<float> Cancelling(float second)
    {
        ReferenceNetwork<float> network = new(new NetworkDescription(
            "Cancelling", [2],
            [new DenseDescription("Dense1", [0], 2), new DenseDescription("Dense2", [1], 1, Bias: false), new ActivateDescription("ReLU1", [2], Activation.ReLU)],
            Loss.HalfSquaredError));
        new[] { 1e6f, second, 1e6f, 0, 3, 3, 1, -1 }.CopyTo(network.Parameters);
        return network;
    }
}
