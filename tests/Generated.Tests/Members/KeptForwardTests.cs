using System;
using NetGen.Generated.Tests.WorkedNumbers;
using Xunit;

namespace NetGen.Generated.Tests.Members;

/// <summary>A workspace serves the backward pass of its last forward pass, and no call in between.</summary>
public sealed class KeptForwardTests
{
    private static readonly float[] x = [1, 2, 3, 4, 5, 6];
    private static readonly float[] y = [1, 2, 3, 4];

    [Fact]
    public void TheGradientOfABatchEndsWhatAForwardPassKept() =>
        Refuses((network, workspace) => network.Gradient(new Batch<float>(2, x, y), new float[TwoLayers.Layout.Length], workspace));

    [Fact]
    public void TheCostOfABatchEndsWhatAForwardPassKept() =>
        Refuses((network, workspace) => network.Cost(new Batch<float>(2, x, y), workspace));

    private static void Refuses(Action<TwoLayers, Workspace<float>> between)
    {
        var network = new TwoLayers();
        Workspace<float> workspace = network.CreateWorkspace(2);
        network.Forward(new Batch<float>(2, x, default), new float[4], workspace);
        between(network, workspace);

        Assert.Throws<InvalidOperationException>(
            () => network.Backward(new Batch<float>(2, x, default), y, new float[TwoLayers.Layout.Length], workspace));
    }
}
