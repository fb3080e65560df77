using System;
using NetGen.Generated.Tests.Support;
using NetGen.Generated.Tests.WorkedNumbers;
using Xunit;

namespace NetGen.Generated.Tests.Members;

public sealed class ExchangeTests
{
    [Fact]
    public void TheReplacementIsReadFromThenOnAndTheFormerParametersComeBack()
    {
        var network = new TwoToTwo(seed: 1);
        var other = new TwoToTwo(seed: 2);
        float[] former = network.Parameters.ToArray();
        float[] before = network.Predict(1, 2);
        var replacement = new AlignedBuffer<float>(TwoToTwo.Layout.Length);
        other.Parameters.CopyTo(replacement.Span);

        AlignedBuffer<float> returned = network.Exchange(replacement);

        Assert.Equal(former, returned.Span.ToArray());
        Assert.True(network.Parameters == replacement.Span);
        Assert.Equal(other.Predict(1, 2), network.Predict(1, 2));
        Assert.Same(replacement, network.Exchange(returned));
        Assert.Equal(before, network.Predict(1, 2));
    }

    [Fact]
    public void AReplacementOfAnotherLengthIsRefusedAndChangesNothing()
    {
        var network = new TwoToTwo();
        float[] before = network.Predict(1, 2);

        Assert.Throws<ArgumentException>("replacement", () => network.Exchange(new AlignedBuffer<float>(TwoToTwo.Layout.Length + 16)));

        Assert.Equal(before, network.Predict(1, 2));
    }

    [Fact]
    public void NoReplacementIsRefusedByName() => Assert.Throws<ArgumentNullException>("replacement", () => new TwoToTwo().Exchange(null!));
}
