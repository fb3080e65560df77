using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Randomness;

namespace NetGen.Oracle;

/// <summary>
/// Dropout as an ensemble: a network of M units of which a classical dropout keeps some is one of 2ᴹ thinned networks, each as
/// likely as its mask. Every mask is found among the steps of training.
/// </summary>
public static class Thinned
{
    public const int Units = 4;

    /// <summary>Four units under dropout, and what stands on them.</summary>
    public static NetworkDescription Describe(string name, double rate, bool classical, bool softmax)
    {
        LayerDescription[] layers =
        [
            new DenseDescription("Dense1", [0], Units), new ActivateDescription("Tanh1", [1], Activation.Tanh), new DropoutDescription("Dropout1", [2], rate, classical),
            new DenseDescription("Dense2", [3], 3),
        ];
        return new(name, [3], softmax ? [.. layers, new ActivateDescription("Softmax1", [4], Activation.Softmax)] : [.. layers]);
    }

    /// <summary>What each thinned network answers to one row, with the probability of its mask.</summary>
    public static List<(double Probability, double[] Output)> All<T>(INetwork<T> network, double rate, T[] input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var found = new Dictionary<int, (double, double[])>();
        Workspace<T> workspace = network.CreateWorkspace(1);
        T[] output = new T[network.Description.OutputSize];
        for (long step = 0; found.Count < 1 << Units; step++)
        {
            uint key = DropoutMask.Key(network.Seed, step, 3, 0);
            bool[] kept = [.. Enumerable.Range(0, Units).Select(unit => DropoutMask.Keeps(key, unit, (float)rate))];
            int mask = kept.Select((keeps, unit) => keeps ? 1 << unit : 0).Sum();
            if (!found.ContainsKey(mask))
            {
                network.Forward(new Batch<T>(1, input, default, step), output, workspace);
                found.Add(mask, (kept.Aggregate(1.0, (product, keeps) => product * (keeps ? 1 - rate : rate)), Array.ConvertAll(output, double.CreateTruncating)));
            }
        }

        return [.. found.Values];
    }

    /// <summary>The mean over all thinned networks.</summary>
    public static double[] Mean(List<(double Probability, double[] Output)> all) =>
        [.. Enumerable.Range(0, all[0].Output.Length).Select(index => all.Sum(thinned => thinned.Probability * thinned.Output[index]))];

    /// <summary>Their geometric mean, brought to a sum of 1.</summary>
    public static double[] GeometricMean(List<(double Probability, double[] Output)> all)
    {
        double[] products = [.. Enumerable.Range(0, all[0].Output.Length).Select(index => Math.Exp(all.Sum(thinned => thinned.Probability * Math.Log(thinned.Output[index]))))];
        return [.. products.Select(product => product / products.Sum())];
    }
}
