using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generated.Tests.Support;
using Xunit;

namespace NetGen.Generated.Tests.RandomNetworks;

/// <summary>The random networks are worth their name.</summary>
public sealed class RandomNetworkItselfTests
{
    private static readonly NetworkDeclaration[] networks = [.. Enumerable.Range(1, 1000).Select(seed => RandomNetwork.Of((ulong)seed))];

    [Fact]
    public void ASeedAlwaysGivesTheSameNetwork() =>
        Assert.Equal(networks.Select(network => network.ToString()), Enumerable.Range(1, 1000).Select(seed => RandomNetwork.Of((ulong)seed).ToString()));

    [Fact]
    public void EveryNetworkIsValid() =>
        Assert.All(networks, network => Assert.True(Validity.Of(network) is null, $"{Validity.Of(network)}\n{network}"));

    [Fact]
    public void TwoHundredHaveEverything()
    {
        NetworkDeclaration[] ordinary = networks[..200];
        NetworkDescription[] descriptions = [.. ordinary.Select(network => network.Describe())];
        LayerDeclaration[] layers = [.. ordinary.SelectMany(network => network.Layers)];

        Assert.Equal(32, layers.Select(layer => layer.Kind).Distinct().Count());
        Assert.Equal([1, 2, 3, 4], ordinary.Select(network => network.Input.Length).Distinct().Order());
        Assert.Equal([1, 2, 3, 4], descriptions.Select(network => network.Shapes[^1].Length).Distinct().Order());
        Assert.Equal([0, 1, 2, 3], layers.OfType<Concat>().Select(concat => concat.Axis).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<Activation>(),
            layers.OfType<Dense>().Select(dense => dense.Activation).Union(layers.OfType<Activate>().Select(activate => activate.Activation)).Order());
        Assert.Equal([null, .. Enum.GetValues<Loss>()], ordinary.Select(network => network.Loss).Distinct().Order());
        Assert.Equal([Reduction.Mean, Reduction.Sum], ordinary.Select(network => network.Reduction).Distinct().Order());

        Assert.InRange(ordinary.Count(network => network.Layers.Any(layer => layer is Part)), 20, 60);
        Assert.InRange(ordinary.Count(network => network.Heads.Length > 1), 20, 60);
        Assert.InRange(ordinary.Count(network => network.Layers.Any(layer => layer.Share is not null)), 30, 100);
        Assert.True(ordinary.Count(network => network.Layers.Any(layer => layer is Part) && network.Heads.Length > 1 && network.Layers.Any(layer => layer.Share is not null)) > 0);
        Assert.Contains(ordinary, network => network.Heads.Any(head => head.Weight != 1) && network.Reduction == Reduction.Sum);
        Assert.InRange(ordinary.Count(network => network.Penalties.Length > 0), 20, 60);
        Assert.All(
            (Predicate<PenaltyDeclaration>[])
            [
                penalty => penalty.From is null, penalty => penalty.From is not null, penalty => penalty.Biases, penalty => penalty.Proximal, penalty => penalty.Examples > 1,
                penalty => penalty is { L1: > 0, L2: > 0 },
            ],
            kind => Assert.Contains(ordinary, network => network.Penalties.Any(penalty => kind(penalty))));
        Assert.Contains(layers, layer => layer is Dropout { Classical: true, Rate: > 0 });
        Assert.Contains(descriptions, network => network.Outputs.Any(output => network.Layers.Any(layer => layer.Inputs.Contains(output))));
        Assert.Equal(Enum.GetValues<Loss>(), ordinary.SelectMany(network => network.Heads).Select(head => head.Loss).Distinct().Order());
        LossOptions[] options = [.. ordinary.Select(network => network.Options), .. ordinary.SelectMany(network => network.Heads).Select(head => head.Options)];
        Assert.All(
            (Predicate<LossOptions>[])
            [
                set => set.Delta != 1, set => !set.PositiveWeights.IsEmpty, set => !set.ClassWeights.IsEmpty && set.LabelSmoothing == 0,
                set => set.ClassWeights.IsEmpty && set.LabelSmoothing > 0, set => !set.ClassWeights.IsEmpty && set.LabelSmoothing > 0,
            ],
            kind => Assert.Contains(options, set => kind(set)));
        Assert.All(
            (Predicate<LayerDeclaration>[])
            [
                layer => layer is Dense { PerStep: false }, layer => layer is Dense { PerStep: true }, layer => layer is Conv, layer => layer is ConvTranspose, layer => layer is Recurrence,
                layer => layer is Attention, layer => layer is Embedding, layer => layer is RowNorm,
            ],
            kind => Assert.Contains(layers, layer => layer.Share is not null && kind(layer)));
        Assert.Contains(ordinary, network => network.Layers.GroupBy(layer => layer.Share).Any(sharing => sharing.Key is not null && sharing.Count() > 1));
        Assert.Contains(layers, layer => layer is Recurrence { Lengths: not null, Start.Length: > 0 });
        Assert.Contains(layers, layer => layer is Recurrence { Lengths: not null, Bidirectional: true });
        Assert.Contains(layers, layer => layer is Recurrence { Lengths: not null, Sequence: true });

        Assert.InRange(ordinary.Count(network => network.Layers.Any(layer => layer is Recurrence)), 40, 120);
        Assert.Contains(layers, layer => layer is Recurrence { Sequence: true, Bidirectional: true });
        Assert.Contains(layers, layer => layer is Recurrence { Sequence: false, Bias: false });
        Assert.Contains(layers, layer => layer is LSTM { Start.Length: 2 });
        Assert.Contains(layers, layer => layer is Recurrence { Start.Length: 1, Bidirectional: true });
        Assert.Contains(layers, layer => layer is Recurrence { BackSteps: > 0 });
        Assert.Contains(layers, layer => layer is Recurrent { Activation: Activation.ReLU });
        Assert.Contains(descriptions, network => network.Layers[^1] is RecurrenceDescription);
        Assert.Contains(layers, layer => layer is LayerNorm { Affine: true, Axes: > 1 });
        Assert.Contains(layers, layer => layer is RMSNorm { Affine: false });
        Assert.Contains(layers, layer => layer is BatchNorm { Affine: true });
        Assert.Contains(layers, layer => layer is Block { Times: > 2 } block && block.Layers.Any(inner => inner is Concat));
        Assert.Contains(layers, layer => layer is Block block && block.Layers.Any(inner => inner is Block { Times: 2 }));
        Assert.Contains(layers, layer => layer is PReLU { PerChannel: true });
        Assert.Contains(layers, layer => layer is PReLU { PerChannel: false });
        Assert.Contains(layers, layer => layer is Dense { Bias: false });
        Assert.All(
            (Predicate<LayerDeclaration>[])
            [
                layer => layer is Embedding, layer => layer is PositionalEncoding { Learned: true }, layer => layer is PositionalEncoding { Learned: false },
                layer => layer is Attention { Causal: true }, layer => layer is Attention { Bias: false }, layer => layer is Attention { Heads: > 1 },
            ],
            kind => Assert.Contains(layers, layer => kind(layer)));
        Assert.Contains(layers, layer => layer is Dense { PerStep: true, Bias: true });
        Assert.Contains(layers, layer => layer is Dense { PerStep: true, Bias: false });
        Assert.Contains(layers, layer => layer is Dense { Units: >= 300 });
        Assert.True(ordinary.Count(network => network.Layers.Any(layer => layer is PoolDeclaration)) > 30);
        Assert.Contains(layers, layer => layer is AveragePool2D { IncludePadding: false });
        Assert.Contains(layers, layer => layer is MaxPool2D { Padding: [> 0, _] });
        Assert.Contains(layers, layer => layer is AveragePool1D { Padding: [> 0] });
        Assert.Contains(layers, layer => layer is MaxPool2D { Kernel: [2, 2], Stride: [2, 2] });
        Assert.All(
            (Predicate<Conv>[])
            [
                conv => conv.Axes.Length == 1, conv => conv.Axes.Length == 2, conv => conv.Groups > 1, conv => conv.Same, conv => conv.Causal, conv => conv.Truncate, conv => !conv.Bias,
                conv => conv.Axes.Any(axis => axis.Kernel > 1 && axis.Stride > 1), conv => conv.Axes.Any(axis => axis.Kernel > 1 && axis.Dilation > 1), conv => conv.Axes.Any(axis => axis.Padding > 0),
            ],
            kind => Assert.Contains(layers.OfType<Conv>(), conv => kind(conv)));
        Assert.InRange(ordinary.Count(network => network.Layers.Any(layer => layer is Conv)), 40, 150);
        Assert.All(
            (Predicate<ConvTranspose>[])
            [
                conv => conv.Axes.Length == 1, conv => conv.Axes.Length == 2, conv => conv.Groups > 1, conv => !conv.Bias,
                conv => conv.Axes.Any(axis => axis.Stride > 1), conv => conv.Axes.Any(axis => axis.Kernel > 1 && axis.Dilation > 1),
                conv => conv.Axes.Any(axis => axis.Padding > 0), conv => conv.Axes.Any(axis => axis.OutputPadding >= axis.Stride),
            ],
            kind => Assert.Contains(layers.OfType<ConvTranspose>(), conv => kind(conv)));
        Assert.All(
            (Predicate<LayerDescription>[])[layer => layer is ActivateDescription, layer => layer is DropoutDescription, layer => layer is AddDescription, layer => layer is ConcatDescription, layer => layer is ConvDescription],
            kind => Assert.Contains(descriptions, network => kind(network.Layers[0])));
        Assert.All(
            (Predicate<LayerDescription>[])[layer => layer is DropoutDescription, layer => layer is AddDescription, layer => layer is ReshapeDescription, layer => layer is ConcatDescription, layer => layer is ConvDescription],
            kind => Assert.Contains(networks.Select(network => network.Describe()), network => kind(network.Layers[^1]))); // of a thousand: few networks end so
        Assert.Contains(descriptions, network => Consumers(network).Any(consumers => consumers > 2));
        Assert.Contains(descriptions, network => Consumers(network).First() > 1);
        Assert.Contains(descriptions, network => network.Layers.OfType<DenseDescription>().Count() >= 4);
    }

    [Fact]
    public void AFailingNetworkShrinksToWhatMakesItFail()
    {
        NetworkDeclaration failing = networks.First(network => network.Layers.Length > 6 && network.Layers.Any(layer => layer is Concat { Axis: 1 }));

        NetworkDeclaration shrunk = Shrinker.Shrink(failing, network => network.Layers.Any(layer => layer is Concat { Axis: 1 }));

        Assert.True(shrunk.IsValid);
        Assert.True(shrunk.Layers.Length == 1 && shrunk.Input.All(size => size == 1), shrunk.ToString());
        Assert.Contains(shrunk.Layers, layer => layer is Concat { Axis: 1 });
    }

    [Fact]
    public void AFailingPoolingShrinksToOneAlone()
    {
        NetworkDeclaration failing = networks.First(network => network.Layers.Length > 5 && network.Layers.Any(layer => layer is AveragePool2D { IncludePadding: false }));

        NetworkDeclaration shrunk = Shrinker.Shrink(failing, network => network.Layers.Any(layer => layer is AveragePool2D { IncludePadding: false }));

        AveragePool2D alone = Assert.IsType<AveragePool2D>(Assert.Single(shrunk.Layers));
        Assert.Equal((0, 0, false), (alone.Stride.Length, alone.Padding.Length, alone.Truncate));
    }

    [Fact]
    public void ABlockShrinksToOneRepetitionOfWhatMakesItFail()
    {
        static bool Fails(NetworkDeclaration network) => network.Layers.OfType<Block>().Any(block => block.Layers.Any(layer => layer is Concat));
        NetworkDeclaration shrunk = Shrinker.Shrink(networks.First(network => Fails(network) && network.Layers.Length > 3), Fails);

        Assert.True(shrunk.IsValid);
        Assert.True(shrunk.Layers is [Block { Times: 1, Layers: [Concat] }] && shrunk.Input is [1], shrunk.ToString());
    }

    [Fact]
    public void PenaltiesShrinkToTheOneThatMakesItFail()
    {
        static bool Fails(NetworkDeclaration network) => network.Penalties.Any(penalty => penalty.L1 > 0);
        NetworkDeclaration shrunk = Shrinker.Shrink(networks.First(network => Fails(network) && network.Penalties.Length > 1), Fails);

        Assert.True(shrunk.IsValid);
        Assert.True(shrunk.Penalties is [{ From: null, Biases: false, Proximal: false, Examples: 1 }] && shrunk.Layers.Length <= 5 && shrunk.Layers.Count(layer => layer is Dense) == 1, shrunk.ToString());
    }

    [Fact]
    public void SeveralInputsAndLossesShrinkToOne()
    {
        static bool Fails(NetworkDeclaration network) => network.Layers.Any(layer => layer is Dense { Share: not null });
        NetworkDeclaration shrunk = Shrinker.Shrink(networks.First(network => Fails(network) && network.Heads.Length > 1 && network.Layers.Any(layer => layer is Part)), Fails);

        Assert.True(shrunk.IsValid);
        Assert.True(shrunk.Heads.IsEmpty && shrunk.Layers.Length <= 3 && shrunk.Layers.OfType<Dense>().Count(dense => dense is { Units: 1, Activation: Activation.Identity }) == 2, shrunk.ToString());
    }

    [Fact]
    public void ALengthShrinksToTwoSmallInputs()
    {
        static bool Fails(NetworkDeclaration network) => network.Layers.Any(layer => layer is Recurrence { Lengths: not null });
        NetworkDeclaration shrunk = Shrinker.Shrink(networks.First(network => Fails(network) && network.Layers.Length > 6), Fails);

        Assert.True(shrunk.IsValid);
        Assert.True(shrunk.Layers is [.., Recurrent { Units: 1 }] && shrunk.Layers.Length <= 4, shrunk.ToString());
    }

    private static IEnumerable<int> Consumers(NetworkDescription network) =>
        Enumerable.Range(0, network.Layers.Length).Select(node => network.Layers.Count(layer => layer.Inputs.Contains(node)));
}
