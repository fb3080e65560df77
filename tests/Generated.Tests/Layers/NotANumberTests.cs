using System;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.Layers;

/// <summary>What is not a number shows in the outputs of its row, and in no other's.</summary>
public sealed class NotANumberTests
{
    private const int Rows = 13;

    [Theory]
    [InlineData(VectorForm.Vector)]
    [InlineData(VectorForm.Vector512)]
    [InlineData(VectorForm.Portable)]
    public void NotANumberGoesThroughEveryLayerAndStaysInItsRow(VectorForm form)
    {
        NetworkDeclaration[] networks =
        [
            .. from width in (int[])[1, 7, 16, 33, 300]
               from activation in ActivationKinds.Elementwise
               where (width + (int)activation) % 2 == 0
               select NetworkDeclaration.Of(
                   $"{activation}{width}", [3], new Dense(width, activation) { Name = "First" }, new Dense(width, activation), new Add("First"), new Dropout(0.5),
                   new Concat("First"), new Dense(5)).With(Loss.HalfSquaredError),
            .. from poolings in (LayerDeclaration[][])
               [
                   [new MaxPool2D(2, 2), new GlobalMaxPool()], [new AveragePool2D(2, 2), new GlobalAveragePool()],
                   [new Upsample(2), new MaxPool2D(3, 3) { Stride = [2, 2], Padding = [1, 1] }, new ZeroPad(1, 1, 1, 1), new GlobalMaxPool()],
                   [new Reshape(2, 32), new AveragePool1D(3) { Stride = [2], Padding = [1] }, new MaxPool1D(2), new Flatten()],
               ]
               select NetworkDeclaration.Of(
                   $"{poolings[0].Kind}{poolings[1].Kind}", [3], [new Dense(64, Activation.Tanh), new Reshape(1, 8, 8), .. poolings, new Dense(5)]).With(Loss.HalfSquaredError),
            .. from norms in (LayerDeclaration[][])[[new LayerNorm(), new RMSNorm()], [new RMSNorm { Axes = 2 }, new LayerNorm { Axes = 2, Affine = false }]]
               select NetworkDeclaration.Of($"{norms[0].Kind}", [3], [new Dense(35, Activation.Tanh), new Reshape(5, 7), .. norms, new Flatten(), new Dense(5)]).With(Loss.HalfSquaredError),
            .. from layers in (LayerDeclaration[][])
               [
                   [new BatchNorm(), new Conv(4, Activation.Tanh, new ConvAxis(3)), new BatchNorm { Affine = false }], [new Attention(7), new BatchNorm { Momentum = 1 }, new Attention(1) { Causal = true, Bias = false }],
               ]
               select NetworkDeclaration.Of($"{layers[0].Kind}{layers[1].Kind}", [3], [new Dense(35, Activation.Tanh), new Reshape(5, 7), .. layers, new Flatten(), new Dense(5)]).With(Loss.HalfSquaredError),
            NetworkDeclaration.Of("Softmax", [3], new Dense(7, Activation.ReLU), new Dense(4, Activation.Softmax)).With(Loss.CrossEntropy),
        ];
        using CompiledNetworks compiled = NetworkCompiler.Compile(networks, form);
        foreach (NetworkDeclaration declaration in networks.Where(declaration => compiled.Has(declaration.Name)))
        {
            INetwork<float> network = compiled.Create(declaration.Name, 1);
            float[] x = new SeededRandom(1).Normals(Rows * 3);
            float[] sound = network.Predict(x);
            x[(5 * 3) + 1] = float.NaN;
            float[] outputs = network.Predict(x);

            for (int row = 0; row < Rows; row++)
            {
                Range elements = (row * network.Description.OutputSize)..((row + 1) * network.Description.OutputSize);
                Assert.True(
                    row == 5 ? outputs[elements].All(float.IsNaN) : outputs[elements].SequenceEqual(sound[elements]),
                    $"{declaration.Name}, row {row}: {string.Join(", ", outputs[elements])}, without NaN {string.Join(", ", sound[elements])}");
            }

            Assert.All(network.Predict(x[15..18]), output => Assert.True(float.IsNaN(output), declaration.Name));
            Gradients gradients = network.GradientOf(x, [.. outputs.Select(_ => 0.2f)]);
            Assert.True(float.IsNaN(gradients.Cost), declaration.Name);
        }
    }
}
