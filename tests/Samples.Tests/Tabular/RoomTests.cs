using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Reference;
using Xunit;

namespace NetGen.Samples.Tabular.Tests;

public sealed class RoomTests
{
    private const int Rows = 8;

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public void In_the_room_the_exact_network_gets_its_own_gradient_and_the_rest_none(int classes)
    {
        var schema = new Schema("b", classes, [new NumberColumn("a", 0, Gaps: true), new NumberColumn("c", 0, Gaps: true), new NumberColumn("d", 0, Gaps: false)]);
        Architecture architecture = Architecture.Of(schema);
        var exact = new ReferenceNetwork<float>(architecture.Exact(schema), seed: 3);
        INetwork<float> compiled = architecture.Compiled(9);
        Room.Enter(exact, compiled);
        IExamples<float> examples = Examples(schema);
        float[] expected = Gradient(exact, examples, exact.Description.InputSize);
        float[] roomy = Gradient(compiled, new WideExamples(examples, compiled.Description.InputSize), compiled.Description.InputSize);

        roomy.CopyTo(compiled.Parameters);
        Room.Leave(compiled, exact);

        // Sums of at most 256 products through three layers, each rounded: relative to the largest, 3 · 256 · 2⁻²⁴.
        float largest = expected.Max(Math.Abs);
        Assert.InRange(largest, 1e-3f, 1e3f);
        for (int index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], exact.Parameters[index], largest * 3 * 256 / (1 << 24));
        }

        Assert.Equal(exact.Parameters.ToArray().Count(number => number != 0), roomy.Count(number => number != 0));
    }

    [Fact]
    public void A_linear_model_is_trained_to_its_end()
    {
        // y = 2x₁ − x₂ with columns that go together, which is slow to learn.
        float[] inputs = [.. Enumerable.Range(0, 200).SelectMany(row => new[] { Noise.Of(row, 1), Noise.Of(row, 1) + 0.3f * Noise.Of(row, 2) })];
        float[] targets = [.. inputs.Chunk(2).Select(x => 2 * x[0] - x[1])];
        var all = new Examples<float>(200, inputs, targets);
        var schema = new Schema("b", 0, [new NumberColumn("x1", 0, Gaps: false), new NumberColumn("x2", 0, Gaps: false)]);

        (ReferenceNetwork<float> linear, _) = new TrainingPlan(300, 1).Run(schema, Architecture.LinearOf(schema), all.Select([.. Enumerable.Range(0, 150)]), all.Select([.. Enumerable.Range(150, 50)]));

        Assert.Equal(2, linear.Parameters[0], 0.02f);
        Assert.Equal(-1, linear.Parameters[1], 0.02f);
        Assert.Equal(0, linear.Parameters[2], 0.02f);
    }

    [Theory]
    [InlineData(15)] // ends after the last epoch
    [InlineData(300)] // ends when the dev loss has long been growing
    public void The_network_that_comes_out_is_that_of_the_epoch_with_the_smallest_dev_loss(int epochs)
    {
        var schema = new Schema("b", 2, [new NumberColumn("x", 0, Gaps: false)]);
        float[] inputs = [.. Enumerable.Range(0, 60).Select(row => Noise.Of(row, 1))];
        int[] labels = [.. Enumerable.Range(0, 60).Select(row => Noise.Of(row, 2) > 0 ? 1 : 0)]; // nothing to learn but by heart
        var all = new Examples<float>(inputs, labels);
        IExamples<float> dev = all.Select([.. Enumerable.Range(40, 20)]);
        var losses = new List<double>();

        (ReferenceNetwork<float> network, int best) = new TrainingPlan(epochs, 1).Run(
            schema, Architecture.Of(schema), all.Select([.. Enumerable.Range(0, 40)]), dev, report => losses.Add(report["dev loss"]));

        Assert.InRange(best, 1, losses.Count - 1);
        Assert.Equal(losses.Min(), losses[best - 1]);
        Assert.Equal(losses.Min(), Evaluate.Classification(network, dev).Loss!.Value, 1e-5);
    }

    private static Examples<float> Examples(Schema schema)
    {
        float[] inputs = [.. Enumerable.Range(0, Rows * schema.Inputs.Count).Select(index => Noise.Of(index, 1))];
        return schema.Classes > 0
            ? new Examples<float>(inputs, Enumerable.Range(0, Rows).Select(row => row % schema.Classes).ToArray())
            : new Examples<float>(Rows, inputs, Enumerable.Range(0, Rows).Select(row => Noise.Of(row, 2)).ToArray());
    }

    private static float[] Gradient(INetwork<float> network, IExamples<float> examples, int width)
    {
        float[] inputs = new float[Rows * width];
        float[] targets = new float[Rows * examples.TargetSize];
        int[] labels = new int[examples.TargetSize == 0 ? Rows : 0];
        examples.Read([.. Enumerable.Range(0, Rows)], inputs, targets, labels);
        float[] gradient = new float[network.Layout.Length];
        network.Gradient(examples.TargetSize == 0 ? new Batch<float>(inputs, labels) : new Batch<float>(Rows, inputs, targets), gradient, network.CreateWorkspace(Rows));
        return gradient;
    }
}
