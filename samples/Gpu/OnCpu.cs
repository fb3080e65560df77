using NetGen.Threading;
using NetGen.Training;

namespace NetGen.Samples.Gpu;

/// <summary>Trains a network on the CPU.</summary>
internal sealed class OnCpu(INetwork<float> network, int maximumRows, Workers workers) : ITraining
{
    private readonly Adam<float> adam = new(network.Layout.Length);
    private readonly float[] gradient = new float[network.Layout.Length];
    private readonly Workspace<float> workspace = WorkspaceOf(network, maximumRows, workers);
    private float cost;

    public void Step(in Batch<float> batch, float learningRate)
    {
        cost = network.Gradient(batch, gradient, workspace);
        adam.LearningRate = learningRate;
        adam.Step(network.Parameters, gradient, workers);
    }

    public float Cost() => cost;

    private static Workspace<float> WorkspaceOf(INetwork<float> network, int rows, Workers workers)
    {
        Workspace<float> workspace = network.CreateWorkspace(rows);
        workspace.Workers = workers;
        return workspace;
    }
}
