using System.Collections.Generic;
using System.Numerics;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

/// <summary>Every optimizer, and each kind of weight decay, for tests of what all of them keep.</summary>
public static class Optimizers
{
    public static TheoryData<string> Names => [.. Table<float>(0).Keys];

    public static IOptimizer<T> Make<T>(string name, int length)
        where T : unmanaged, IFloatingPointIeee754<T> => Table<T>(length)[name];

    public static IEnumerable<IOptimizer<T>> All<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T> => Table<T>(length).Values;

    private static Dictionary<string, IOptimizer<T>> Table<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T> => new()
        {
            ["Sgd"] = new Sgd<T>(0.1),
            ["Sgd with weight decay"] = new Sgd<T>(0.1) { WeightDecay = 0.01 },
            ["ClassicalMomentum"] = new ClassicalMomentum<T>(length, 0.05),
            ["AveragedMomentum"] = new AveragedMomentum<T>(length, 0.1),
            ["AveragedMomentum, bias corrected"] = new AveragedMomentum<T>(length, 0.1, correctBias: true),
            ["NesterovMomentum"] = new NesterovMomentum<T>(length, 0.05),
            ["RMSprop"] = new RMSprop<T>(length, 0.01),
            ["CenteredRMSprop"] = new CenteredRMSprop<T>(length, 0.01),
            ["Adam"] = new Adam<T>(length, 0.02),
            ["Adam with weight decay"] = new Adam<T>(length, 0.02) { WeightDecay = 0.01 },
            ["AdamW"] = new AdamW<T>(length, 0.02),
            ["AMSGrad"] = new AMSGrad<T>(length, 0.02),
            ["Adamax"] = new Adamax<T>(length, 0.02),
            ["NAdam"] = new NAdam<T>(length, 0.02),
            ["Adagrad"] = new Adagrad<T>(length, 0.02),
            ["Adadelta"] = new Adadelta<T>(length),
        };
}
