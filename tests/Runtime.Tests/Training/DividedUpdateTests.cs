using System;
using System.Linq;
using NetGen.Threading;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

/// <summary>An update that threads share has the bits of one thread.</summary>
public sealed class DividedUpdateTests
{
    private const int Length = 100_003;

    [Fact]
    public void OfGradientDescent() => Check(() => new Sgd<float>(0.1), () => new Sgd<double>(0.1));

    [Fact]
    public void OfClassicalMomentum() => Check(() => new ClassicalMomentum<float>(Length, 0.1), () => new ClassicalMomentum<double>(Length, 0.1));

    [Fact]
    public void OfAveragedMomentum() => Check(() => new AveragedMomentum<float>(Length, 0.1), () => new AveragedMomentum<double>(Length, 0.1));

    [Fact]
    public void OfAdam() => Check(() => new Adam<float>(Length), () => new Adam<double>(Length));

    [Fact]
    public void OneThatDoesNotFitIsRefusedAsByOneThread()
    {
        using var workers = new Workers(2);
        var adam = new Adam<float>(Length);

        Assert.Throws<ArgumentException>(() => adam.Step(new float[Length], new float[Length - 1], workers));
        Assert.Throws<ArgumentException>(() => adam.Step(new float[Length + 1], new float[Length + 1], workers));
    }

    [Fact]
    public void OneThatTheWorkersRefuseIsNoStep()
    {
        var workers = new Workers(2);
        workers.Dispose();
        var adam = new Adam<float>(Length);

        Assert.Throws<ObjectDisposedException>(() => adam.Step(new float[Length], new float[Length], workers));
        Assert.Equal(0, adam.Steps);
    }

    private static void Check(Func<IOptimizer<float>> makeFloat, Func<IOptimizer<double>> makeDouble)
    {
        Check(makeFloat, index => MathF.Sin(index));
        Check(makeDouble, index => Math.Sin(index));
    }

    private static void Check<T>(Func<IOptimizer<T>> make, Func<int, T> number)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        T[] expected = Train(make(), number, null);
        foreach (int count in (int[])[1, 2, 3, 4, 7])
        {
            using var workers = new Workers(count);
            Assert.True(expected.AsSpan().SequenceEqual(Train(make(), number, workers)), $"{count} threads");
        }
    }

    private static T[] Train<T>(IOptimizer<T> optimizer, Func<int, T> number, Workers? workers)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        T[] parameters = [.. Enumerable.Range(0, Length).Select(number)];
        for (int step = 1; step <= 3; step++)
        {
            optimizer.Step(parameters, [.. Enumerable.Range(step, Length).Select(number)], workers);
        }

        return [.. parameters, .. optimizer.State.SelectMany(state => state.Values.Span.ToArray())];
    }
}
