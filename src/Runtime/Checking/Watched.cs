using System;
using System.Runtime.CompilerServices;

namespace NetGen.Checking;

/// <summary>
/// A network as it is, whose exceptions are known from those of the checks and the reference, and whose statistics are
/// put back after every training pass, so that each call starts from those that the network came with.
/// </summary>
internal sealed class Watched(INetwork<float> network) : INetwork<float>
{
    private readonly float[] statistics = network.Statistics.ToArray();
    private readonly float[] moved = network.Statistics.ToArray();
    private readonly ConditionalWeakTable<Exception, object> thrown = [];

    public NetworkDescription Description => network.Description;

    public ParameterLayout Layout => network.Layout;

    public ulong Seed => network.Seed;

    public Span<float> Parameters => network.Parameters;

    public ParameterLayout StatisticsLayout => network.StatisticsLayout;

    public Span<float> Statistics => network.Statistics;

    /// <summary>The statistics that the last training pass left.</summary>
    public ReadOnlySpan<float> Moved => moved;

    /// <summary>Whether an exception came out of a call of the network.</summary>
    public bool Threw(Exception exception) => thrown.TryGetValue(exception, out _);

    public Workspace<float> CreateWorkspace(int rows)
    {
        try
        {
            return network.CreateWorkspace(rows);
        }
        catch (Exception exception) when (Note(exception))
        {
            throw;
        }
    }

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        try
        {
            network.Forward(inputs, outputs);
        }
        catch (Exception exception) when (Note(exception))
        {
            throw;
        }
    }

    public void Forward(in Batch<float> batch, Span<float> outputs, Workspace<float> workspace)
    {
        try
        {
            network.Forward(batch, outputs, workspace);
            PutBack();
        }
        catch (Exception exception) when (Note(exception))
        {
            throw;
        }
    }

    public void Backward(in Batch<float> batch, ReadOnlySpan<float> outputGradient, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default)
    {
        try
        {
            network.Backward(batch, outputGradient, gradient, workspace, inputGradient);
        }
        catch (Exception exception) when (Note(exception))
        {
            throw;
        }
    }

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default)
    {
        try
        {
            float cost = network.Gradient(batch, gradient, workspace, inputGradient);
            PutBack();
            return cost;
        }
        catch (Exception exception) when (Note(exception))
        {
            throw;
        }
    }

    public float Cost(in Batch<float> batch, Workspace<float> workspace)
    {
        try
        {
            return network.Cost(batch, workspace);
        }
        catch (Exception exception) when (Note(exception))
        {
            throw;
        }
    }

    private void PutBack()
    {
        network.Statistics.CopyTo(moved);
        statistics.CopyTo(network.Statistics);
    }

    private bool Note(Exception exception)
    {
        thrown.AddOrUpdate(exception, this);
        return false;
    }
}
