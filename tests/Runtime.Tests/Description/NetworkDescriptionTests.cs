using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Xunit;
using static NetGen.Runtime.Tests.Reference.Nets;

namespace NetGen.Runtime.Tests.Description;

public sealed class NetworkDescriptionTests
{
    private static NetworkDescription Digits => new(
        "Digits", [28, 28],
        [
            new FlattenDescription("Flatten1", [0]),
            new DenseDescription("Dense1", [1], 128),
            new ActivateDescription("Activate1", [2], Activation.ReLU),
            new DropoutDescription("Dropout1", [3], 0.2),
            new DenseDescription("Dense2", [4], 10),
            new ActivateDescription("Activate2", [5], Activation.Softmax),
        ],
        Loss.CrossEntropy);

    [Fact]
    [Trait("Mathematics", "A4")]
    public void A221NetworkHas9Parameters()
    {
        NetworkDescription description = Chain(2, null, Dense(2), Activate(Activation.ReLU), Dense(1));
        Assert.Equal(9, description.ParameterCount);
        Assert.Equal([6, 0, 3], Enumerable.Range(1, 3).Select(description.ParameterCountOf));
        Assert.Equal(6, description.MultiplyAdds);
    }

    [Fact]
    [Trait("Mathematics", "A4")]
    public void A5332NetworkHas38ParametersInTheShapesOfTheSummary()
    {
        NetworkDescription description = Chain(5, null, Dense(3), Activate(Activation.Tanh), Dense(3), Activate(Activation.Tanh), Dense(2));
        Assert.Equal(38, description.ParameterCount);
        Assert.Equal([18, 12, 8], new[] { 1, 3, 5 }.Select(description.ParameterCountOf));

        // W⁽ˡ⁾ (n_l, n_{l−1}), b⁽ˡ⁾ (n_l), Z⁽ˡ⁾ and A⁽ˡ⁾ (m, n_l)
        Assert.Equal(["3,5", "3", "3,3", "3", "2,3", "2"], ParameterLayout.Canonical(description).Tensors.Select(tensor => string.Join(",", tensor.Shape)));
        Assert.Equal([5, 3, 3, 3, 3, 2], description.Shapes.Select(shape => shape.Single()));
    }

    [Fact]
    [Trait("Mathematics", "A4")]
    public void ItPrintsItselfAsATable()
    {
        Assert.Equal(
            """
            Digits · loss CrossEntropy, Mean
            node  name       layer         from  output    parameters  multiply-adds
               0  input                          [28, 28]           0              0
               1  Flatten1   Flatten       0     [784]              0              0
               2  Dense1     Dense(128)    1     [128]        100,480        100,352
               3  Activate1  ReLU          2     [128]              0              0
               4  Dropout1   Dropout(0.2)  3     [128]              0              0
               5  Dense2     Dense(10)     4     [10]           1,290          1,280
               6  Activate2  Softmax       5     [10]               0              0
                  total                                       101,770        101,632

            """.ReplaceLineEndings("\n"),
            Digits.ToString());
    }

    [Fact]
    public void TheTableIsTheSameInEveryCulture()
    {
        string usual = Digits.ToString();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            hostile.NumberFormat.NegativeSign = "\u2212";
            hostile.NumberFormat.NumberDecimalSeparator = ",";
            hostile.NumberFormat.NumberGroupSeparator = ".";
            CultureInfo.CurrentCulture = hostile;
            Assert.Equal(usual, Digits.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(28, 2, 2, 0, 14)]
    [InlineData(112, 3, 2, 1, 56)]
    [InlineData(7, 7, 1, 0, 1)]
    [InlineData(5, 3, 1, 1, 5)]
    [InlineData(3, 2, 2, 1, 2)]
    [Trait("Mathematics", "L1")]
    public void APoolingHasAsManyOutputsAsWindows(int size, int kernel, int stride, int padding, int outputs)
    {
        Assert.Equal(outputs, (size + 2 * padding - kernel) / stride + 1);
        Assert.Equal([3, outputs], new NetworkDescription("N", [3, size], [new MaxPool1DDescription("P", [0], kernel, stride, padding)]).Shapes[^1].ToArray());
        Assert.Equal([3, outputs, 2], new NetworkDescription("N", [3, size, 2], [new AveragePool2DDescription("P", [0], kernel, 1, stride, 1, padding)]).Shapes[^1].ToArray());
    }

    [Fact]
    public void WhatIsNoNetworkIsRefusedInWords()
    {
        Refused("does not precede it", [4], new DenseDescription("D", [1], 3));
        Refused("two layers are named D", [4], new DenseDescription("D", [0], 3), new DenseDescription("D", [1], 3));
        Refused("cannot take 2 inputs", [4], new DenseDescription("D", [0, 0], 3));
        Refused("cannot take 1 inputs", [4], new AddDescription("A", [0]));
        Refused("cannot take 1 inputs", [4], new ConcatDescription("C", [0]));
        Refused("needs at least 1", [4], new DenseDescription("D", [0], 0));
        Refused("scale -1", [4], new DenseDescription("D", [0], 3, Initializer: Initializer.Normal, Scale: -1));
        Refused("scale NaN", [4], new DenseDescription("D", [0], 3, Initializer: Initializer.Constant, Scale: double.NaN));
        Refused("flatten it first", [4, 4], new DenseDescription("D", [0], 3));
        Refused("softmax takes a vector", [4, 4], new ActivateDescription("A", [0], Activation.Softmax));
        Refused("slope", [4], new ActivateDescription("A", [0], Activation.LeakyReLU, 1));
        Refused("slope", [4], new ActivateDescription("A", [0], Activation.LeakyReLU, double.NaN));
        Refused("slope 0; that of ELU is a float above 0", [4], new ActivateDescription("A", [0], Activation.ELU, 0));
        Refused("slope NaN", [4], new ActivateDescription("A", [0], Activation.ELU, double.NaN));
        Refused("slope 1E+39", [4], new ActivateDescription("A", [0], Activation.ELU, 1e39));
        Refused("softmax takes a vector", [4, 4], new ActivateDescription("A", [0], Activation.LogSoftmax));
        Refused("rate", [4], new DropoutDescription("D", [0], 1));
        Refused("rate", [4], new DropoutDescription("D", [0], -0.1));
        Refused("cannot become", [4], new ReshapeDescription("R", [0], [3, 2]));
        Refused("cannot become", [4], new ReshapeDescription("R", [0], [-2, -2]));
        Refused("do not add", [4], new DenseDescription("D", [0], 3), new AddDescription("A", [0, 1]));
        Refused("do not join", [4, 2], new FlattenDescription("F", [0]), new ConcatDescription("C", [0, 1]));
        Refused("do not join along axis 1", [4], new ConcatDescription("C", [0, 0], 1));
        Refused("takes an image [channels, height, width], its input is [8, 8]", [8, 8], new Conv2DDescription("C", [0], 2, new SlidingWindow(3), new SlidingWindow(3)));
        Refused("takes a signal [channels, length], its input is [8]", [8], new Conv1DDescription("C", [0], 2, new SlidingWindow(3)));
        Refused("0 channels in 1 groups", [1, 8], new Conv1DDescription("C", [0], 0, new SlidingWindow(3)));
        Refused("2 channels in 0 groups", [1, 8], new Conv1DDescription("C", [0], 2, new SlidingWindow(3), Groups: 0));
        Refused("kernel 0, stride 1", [1, 8], new Conv1DDescription("C", [0], 2, default(SlidingWindow) with { Stride = 1, Dilation = 1 }));
        Refused("stride 0", [1, 8], new Conv1DDescription("C", [0], 2, new SlidingWindow(3, 0)));
        Refused("dilation 0", [1, 8], new Conv1DDescription("C", [0], 2, new SlidingWindow(3, Dilation: 0)));
        Refused("padding -1 + 0", [1, 8], new Conv1DDescription("C", [0], 2, new SlidingWindow(3, 1, -1)));
        Refused("3 groups do not divide its 4 input channels and 6 channels", [4, 8], new Conv1DDescription("C", [0], 6, new SlidingWindow(3), Groups: 3));
        Refused("4 groups do not divide its 4 input channels and 6 channels", [4, 8], new Conv1DDescription("C", [0], 6, new SlidingWindow(3), Groups: 4));
        Refused("a kernel that spans 5 is larger than axis 1 of [1, 2, 8] with its padding: (2 + 2·1 − 5)/1 + 1 < 1", [1, 2, 8], new Conv2DDescription("C", [0], 2, new SlidingWindow(5, 1, 1, 1), new SlidingWindow(3)));
        Refused("axis 2 of [1, 3, 8] would be left with 1 unread at its end: ⌊(8 − 3)/2⌋ + 1 = 3", [1, 3, 8], new Conv2DDescription("C", [0], 2, new SlidingWindow(3), new SlidingWindow(3, 2)));
        Refused("takes an image [channels, height, width], its input is [8, 8]", [8, 8], new ConvTranspose2DDescription("C", [0], 2, new TransposedWindow(3), new TransposedWindow(3)));
        Refused("0 channels in 1 groups", [1, 8], new ConvTranspose1DDescription("C", [0], 0, new TransposedWindow(3)));
        Refused("3 groups do not divide its 4 input channels and 6 channels", [4, 8], new ConvTranspose1DDescription("C", [0], 6, new TransposedWindow(3), Groups: 3));
        Refused("stride 2, dilation 1, padding 0, output padding 2", [1, 8], new ConvTranspose1DDescription("C", [0], 2, new TransposedWindow(3, 2, 0, 2)));
        Refused("its padding leaves nothing of axis 1 of [2, 4]: (4 − 1)·1 − 2·3 + 3 = 0", [2, 4], new ConvTranspose1DDescription("C", [0], 6, new TransposedWindow(3, 1, 3)));
        Refused("starts from [3]; its state is a vector of 2·4 numbers", [3], new ReshapeDescription("R", [0], [3, 1]), new GRUDescription("G", [1, 0], 4, Bidirectional: true, State: true));
        Refused("its length is [3]; a length is one number", [3], new ReshapeDescription("R", [0], [3, 1]), new GRUDescription("G", [1, 0], 4, Lengths: true));
        Refused("-1 steps back", [3, 1], new GRUDescription("G", [0], 4, BackSteps: -1));
        Refused("scale NaN", [1, 8], new ConvTranspose1DDescription("C", [0], 2, new TransposedWindow(3), Scale: double.NaN));
        Refused("scale NaN", [1, 8], new Conv1DDescription("C", [0], 2, new SlidingWindow(3), Scale: double.NaN));
        Refused("takes an image [channels, height, width], its input is [4, 4]", [4, 4], new MaxPool2DDescription("P", [0], 2, 2, 2, 2));
        Refused("takes a signal [channels, length], its input is [4]", [4], new AveragePool1DDescription("P", [0], 2, 2));
        Refused("channels [channels, …]", [4], new GlobalMaxPoolDescription("P", [0]));
        Refused("kernel 0, stride 2, dilation 1, padding 0 + 0", [1, 4, 4], new MaxPool2DDescription("P", [0], 0, 2, 2, 2));
        Refused("kernel 2, stride 0, dilation 1", [1, 4, 4], new AveragePool2DDescription("P", [0], 2, 2, 2, 0));
        Refused("padding -1", [1, 4], new MaxPool1DDescription("P", [0], 2, 2, -1));
        Refused("padding 2 is more than half of the kernel 3", [1, 4, 4], new MaxPool2DDescription("P", [0], 3, 3, 1, 1, 2, 1));
        Refused("a kernel that spans 7 is larger than axis 2 of [1, 4, 4] with its padding: (4 + 2·1 − 7)/2 + 1 < 1", [1, 4, 4], new MaxPool2DDescription("P", [0], 2, 7, 2, 2, 0, 1));
        Refused("axis 1 of [1, 5] would be left with 1 unread at its end: ⌊(5 − 2)/2⌋ + 1 = 2", [1, 5], new AveragePool1DDescription("P", [0], 2, 2));
        Refused("axis 1 of [1, 4, 4] would be left with 1 unread", [1, 4, 4], new MaxPool2DDescription("P", [0], 2, 2, 3, 2));
        Refused("factor 0", [1, 4], new UpsampleDescription("U", [0], 0));
        Refused("its input is [4]", [4], new UpsampleDescription("U", [0], 2));
        Refused("none is negative", [1, 4], new ZeroPadDescription("Z", [0], 1, -1));
        Refused("its input is [1, 2, 3, 4]", [1, 2, 3, 4], new ZeroPadDescription("Z", [0], 1, 1));
        Refused("2 rows above and 0 below", [1, 4], new ZeroPadDescription("Z", [0], 1, 1, 2));
        Refused("takes a sequence [T, F], its input is [4]; reshape it first", [4], new LSTMDescription("L", [0], 3));
        Refused("per step takes a sequence [T, F], its input is [4]", [4], new DenseDescription("D", [0], 3, PerStep: true));
        Refused("its input is [2, 3, 4]", [2, 3, 4], new GRUDescription("G", [0], 3));
        Refused("0 units; a recurrent layer needs at least 1", [4, 2], new RecurrentDescription("R", [0], 0));
        Refused("Sigmoid as its activation; a recurrent layer takes Tanh or ReLU", [4, 2], new RecurrentDescription("R", [0], 3, Activation.Sigmoid));
        Refused("0 symbols; an embedding takes 1 to 16777216", [4], new EmbeddingDescription("E", [0], 0, 3));
        Refused("16777217 symbols", [4], new EmbeddingDescription("E", [0], 16777217, 1));
        Refused("size 0; the vector of a symbol needs at least 1 number", [4], new EmbeddingDescription("E", [0], 3, 0));
        Refused("takes a vector of symbols [T], its input is [2, 3]; flatten it first", [2, 3], new EmbeddingDescription("E", [0], 3, 2));
        Refused("E, Embedding(3, 2), takes D, Dense(4); whole numbers are not computed", [4], new DenseDescription("D", [0], 4), new EmbeddingDescription("E", [1], 3, 2));
        Refused("takes a sequence [T, F], its input is [4]; reshape it first", [4], new PositionalEncodingDescription("P", [0]));
        Refused("0 heads; attention needs at least 1", [4, 2], new AttentionDescription("A", [0], 0));
        Refused("takes a sequence [T, F], its input is [4]", [4], new AttentionDescription("A", [0], 2));
        Refused("its length is [4, 8]; a length is one number", [4, 8], new AttentionDescription("A", [0, 0], 2, Lengths: true));
        Refused("3 heads do not divide the 8 numbers of a step", [4, 8], new AttentionDescription("A", [0], 3));
        Refused("0 axes are normalized", [4], new LayerNormDescription("N", [0], 0));
        Refused("3 axes are normalized; its input [4, 2] has 2", [4, 2], new RMSNormDescription("N", [0], 3));
        Refused("epsilon 0; it is finite and above 0", [4], new LayerNormDescription("N", [0], Epsilon: 0));
        Refused("epsilon NaN", [4], new RMSNormDescription("N", [0], Epsilon: double.NaN));
        Refused("momentum 0; it lies above 0 and up to 1", [4], new BatchNormDescription("N", [0], Momentum: 0));
        Refused("epsilon -1", [4], new BatchNormDescription("N", [0], Epsilon: -1));
        Refused("no layers", [4]);
        Refused("input needs", [], new FlattenDescription("F", [0]));
        Refused("input needs", [3, 0], new FlattenDescription("F", [0]));
        Assert.Contains("needs a softmax", Assert.Throws<ArgumentException>(() => Chain(2, Loss.CrossEntropy, Dense(3))).Message);

        static void Refused(string why, ImmutableArray<int> input, params LayerDescription[] layers) =>
            Assert.Contains(why, Assert.Throws<ArgumentException>(() => new NetworkDescription("Net", input, [.. layers])).Message);
    }
}
