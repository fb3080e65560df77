using NetGen.Data;
using NetGen.Files;
using NetGen.Reference;
using Xunit;

namespace NetGen.Samples.Tabular.Tests;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(new[] { 0, 1, 0, 1 }, ", AUC 0.8750", "0.4721")]
    [InlineData(new[] { 0, 0, 0, 0 }, "", "1.0971")]
    public void Two_classes_are_judged_by_log_loss_and_where_both_come_by_the_area_under_the_curve(int[] labels, string area, string loss)
    {
        // The logit of class 1 is −1, 0.5, 0.5 and 2.
        var network = new ReferenceNetwork<float>(new NetworkDescription(
            "N", [2], [new DenseDescription("D", [0], 2), new ActivateDescription("A", [1], Activation.Softmax)], Loss.CrossEntropy));
        network.Layout.CopyFrom<float>(network.Parameters, [1, 0, 0, 1, 0, 0]);
        var examples = new Examples<float>(new float[] { 1, 0, 0, 0.5f, 1, 1.5f, -1, 1 }, labels);
        string text = Comparison.Of(network, network, new NetworkMetadata { Classes = ["no", "yes"] }, examples, examples);
        Assert.Contains($"\nnetwork: log loss {loss}{area}\n", text);
        Assert.Matches($@"\nlinear model: accuracy 0\.\d+, log loss {loss}{area}; always the commonest class: ", text);
    }
}
