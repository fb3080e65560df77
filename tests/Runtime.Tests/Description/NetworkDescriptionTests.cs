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
        Refused("rate", [4], new DropoutDescription("D", [0], 1));
        Refused("rate", [4], new DropoutDescription("D", [0], -0.1));
        Refused("cannot become", [4], new ReshapeDescription("R", [0], [3, 2]));
        Refused("cannot become", [4], new ReshapeDescription("R", [0], [-2, -2]));
        Refused("do not add", [4], new DenseDescription("D", [0], 3), new AddDescription("A", [0, 1]));
        Refused("do not join", [4, 2], new FlattenDescription("F", [0]), new ConcatDescription("C", [0, 1]));
        Refused("do not join along axis 1", [4], new ConcatDescription("C", [0, 0], 1));
        Refused("takes a sequence [T, F], its input is [4]; reshape it first", [4], new LSTMDescription("L", [0], 3));
        Refused("its input is [2, 3, 4]", [2, 3, 4], new GRUDescription("G", [0], 3));
        Refused("0 units; a recurrent layer needs at least 1", [4, 2], new RecurrentDescription("R", [0], 0));
        Refused("Sigmoid as its activation; a recurrent layer takes Tanh or ReLU", [4, 2], new RecurrentDescription("R", [0], 3, Activation.Sigmoid));
        Refused("no layers", [4]);
        Refused("input needs", [], new FlattenDescription("F", [0]));
        Refused("input needs", [3, 0], new FlattenDescription("F", [0]));
        Assert.Contains("needs a softmax", Assert.Throws<ArgumentException>(() => Chain(2, Loss.CrossEntropy, Dense(3))).Message);

        static void Refused(string why, ImmutableArray<int> input, params LayerDescription[] layers) =>
            Assert.Contains(why, Assert.Throws<ArgumentException>(() => new NetworkDescription("Net", input, [.. layers])).Message);
    }
}
