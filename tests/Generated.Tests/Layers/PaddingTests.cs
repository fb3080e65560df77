using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.Layers;

/// <summary>
/// What a workspace held before is seen nowhere: the padding of a joined row and of the gradients it hands back is
/// written, for the tiles read it.
/// </summary>
public sealed class PaddingTests
{
    private const int Rows = 7;

    [Theory]
    [InlineData(VectorForm.Vector)]
    [InlineData(VectorForm.Vector512)]
    public void WhatAWorkspaceHeldBeforeChangesNothing(VectorForm form)
    {
        // The sum brings the joined row's padding into the gradient of a dense layer, by way of tanh.
        var declaration = NetworkDeclaration.Of(
            "Joined", [100],
            new Dense(19) { Name = "Beside" },
            new Dense(10) { Name = "Right", From = "input" },
            new Dense(9) { From = "input" }, new Concat("Right"),
            new Add("Beside"), new Activate(Activation.Tanh), new Dense(70)).With(Loss.HalfSquaredError);
        using CompiledNetworks compiled = NetworkCompiler.Compile([declaration], form);
        INetwork<float> network = compiled.Create(declaration.Name, 1);
        var random = new SeededRandom(1);
        float[] inputs = random.Normals(Rows * 100);
        float[] targets = random.Normals(Rows * 70);
        float[] gradient = Gradient(network, inputs, targets, before: float.NaN);
        Assert.Equal(Gradient(network, inputs, targets, before: 0), gradient);
        IEnumerable<int> elements = network.Layout.Tensors.SelectMany(tensor => Enumerable.Range(0, tensor.Count).Select(tensor.Position));
        Assert.All(Enumerable.Range(0, gradient.Length).Except(elements), padding => Assert.Equal(0, gradient[padding]));
    }

    private static float[] Gradient(INetwork<float> network, float[] inputs, float[] targets, float before)
    {
        Workspace<float> workspace = network.CreateWorkspace(Rows);
        (int perRow, int shared) = (Size(workspace, "perRow"), Size(workspace, "shared"));
        MemoryMarshal.CreateSpan(ref workspace.Reserve(perRow, shared, Rows), (perRow * Rows) + shared).Fill(before);
        var gradient = new float[network.Layout.Length];
        network.Gradient(new Batch<float>(Rows, inputs, targets), gradient, workspace);
        return gradient;
    }

    private static int Size(Workspace<float> workspace, string field) =>
        (int)typeof(Workspace<float>).GetField(field, BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(workspace)!;
}
