using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generated.Tests.Declared;
using NetGen.Reference;
using Xunit;

namespace NetGen.Generated.Tests.Members;

/// <summary>What a network promises beside its mathematics; compiled ones and the reference are held to the same.</summary>
public sealed class ContractTests
{
    private const int Rows = 2;

    private static readonly float[] x = [1, 2, 3, 4, 5, 6];
    private static readonly float[] y = [1, 2, 3, 4];

    private static readonly (string Name, Type? Expected, Action<INetwork<float>> Call)[] promises =
    [
        ("backward follows forward", null, network => Backward(network, Forwarded(network))),
        ("one forward serves one backward", typeof(InvalidOperationException), network =>
        {
            Workspace<float> workspace = Forwarded(network);
            Backward(network, workspace);
            Backward(network, workspace);
        }),
        ("a refused backward leaves the forward", null, network =>
        {
            Workspace<float> workspace = Forwarded(network);
            Assert.Throws<InvalidOperationException>(() => network.Backward(Batch(step: 1), y, new float[network.Layout.Length], workspace));
            Assert.Throws<ArgumentException>(() => network.Backward(Batch(), y, new float[network.Layout.Length + 1], workspace));
            Backward(network, workspace);
        }),
        ("backward needs a forward", typeof(InvalidOperationException), network => Backward(network, network.CreateWorkspace(Rows))),
        ("backward does not follow gradient", typeof(InvalidOperationException), network =>
        {
            Workspace<float> workspace = Forwarded(network);
            network.Gradient(Batch(), new float[network.Layout.Length], workspace);
            Backward(network, workspace);
        }),
        ("backward does not follow cost", typeof(InvalidOperationException), network =>
        {
            Workspace<float> workspace = Forwarded(network);
            network.Cost(Batch(), workspace);
            Backward(network, workspace);
        }),
        ("backward follows prediction", null, network =>
        {
            Workspace<float> workspace = Forwarded(network);
            network.Forward(x, new float[4]);
            Backward(network, workspace);
        }),
        ("backward of another network's forward", typeof(InvalidOperationException), network => Backward(network, Forwarded(Twin(network)))),
        ("backward of another step", typeof(InvalidOperationException), network =>
            network.Backward(Batch(step: 1), y, new float[network.Layout.Length], Forwarded(network))),
        ("forward with a foreign workspace", typeof(ArgumentException), network => network.Forward(Batch(), new float[4], Foreign(network))),
        ("gradient with a foreign workspace", typeof(ArgumentException), network => network.Gradient(Batch(), new float[network.Layout.Length], Foreign(network))),
        ("cost with a foreign workspace", typeof(ArgumentException), network => network.Cost(Batch(), Foreign(network))),
        ("backward with a foreign workspace", typeof(InvalidOperationException), network => Backward(network, Foreign(network))),
        ("gradient in a workspace for fewer rows", null, network => network.Gradient(Batch(), new float[network.Layout.Length], network.CreateWorkspace(1))),
        ("forward without a workspace", typeof(ArgumentNullException), network => network.Forward(Batch(), new float[4], null!)),
        ("backward without a workspace", typeof(ArgumentNullException), network => Backward(network, null!)),
        ("gradient without a workspace", typeof(ArgumentNullException), network => network.Gradient(Batch(), new float[network.Layout.Length], null!)),
        ("cost without a workspace", typeof(ArgumentNullException), network => network.Cost(Batch(), null!)),
        ("a workspace for no rows", typeof(ArgumentOutOfRangeException), network => network.CreateWorkspace(0)),
        ("a workspace for more rows than there is memory", typeof(ArgumentOutOfRangeException), network => network.CreateWorkspace(int.MaxValue)),
        ("a loss is missing before anything else", typeof(InvalidOperationException), network => WithoutLoss(network).Cost(default, null!)),
        ("a gradient's loss is missing before anything else", typeof(InvalidOperationException), network => WithoutLoss(network).Gradient(default, [], null!)),
    ];

    public static IEnumerable<object[]> Names =>
        from promise in promises
        from compiled in new[] { true, false }
        select new object[] { promise.Name, compiled };

    [Theory]
    [MemberData(nameof(Names))]
    public void CompiledNetworksAndTheReferenceKeepOneContract(string name, bool compiled)
    {
        (_, Type? expected, Action<INetwork<float>> call) = promises.Single(promise => promise.Name == name);
        INetwork<float> network = compiled ? new Plain() : new ReferenceNetwork<float>(Plain.Description, 5);

        Exception? thrown = Record.Exception(() => call(network));

        Assert.True(expected == thrown?.GetType(), $"{thrown}");
    }

    [Fact]
    public void AWorkspaceThatWouldBeTooLargeSaysHowManyRowsFit()
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>("rows", () => new Plain().CreateWorkspace(int.MaxValue)).Message;

        Assert.Contains("2147483647", message);
        Assert.Contains("at most", message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ASecondBackwardSaysThatTheForwardIsUsed(bool compiled)
    {
        INetwork<float> network = compiled ? new Plain() : new ReferenceNetwork<float>(Plain.Description);
        Workspace<float> workspace = Forwarded(network);
        Backward(network, workspace);

        string message = Assert.Throws<InvalidOperationException>(() => Backward(network, workspace)).Message;

        Assert.Contains("an earlier Backward has used", message);
        Assert.Contains("Call Forward(batch, outputs, workspace)", message);
    }

    private static Batch<float> Batch(long step = 0) => new(Rows, x, y, step);

    private static Workspace<float> Forwarded(INetwork<float> network)
    {
        Workspace<float> workspace = network.CreateWorkspace(Rows);
        network.Forward(Batch(), new float[4], workspace);
        return workspace;
    }

    private static float[] Backward(INetwork<float> network, Workspace<float> workspace)
    {
        var gradient = new float[network.Layout.Length];
        network.Backward(Batch(), y, gradient, workspace);
        return gradient;
    }

    private static INetwork<float> Twin(INetwork<float> network) => network is Plain ? new Plain() : new ReferenceNetwork<float>(Plain.Description);

    private static Workspace<float> Foreign(INetwork<float> network) =>
        network is Plain ? new Classifier().CreateWorkspace(Rows) : new ReferenceNetwork<float>(Classifier.Description).CreateWorkspace(Rows);

    private static INetwork<float> WithoutLoss(INetwork<float> network) =>
        network is Plain ? new Outer.Plain() : new ReferenceNetwork<float>(Outer.Plain.Description);
}
