using System;
using System.Linq;
using System.Numerics;
using NetGen.Threading;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

/// <summary>An update that threads share has the bits of one thread.</summary>
public sealed class DividedUpdateTests
{
    private const int Length = 70_003;

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void OfEveryOptimizer(string name)
    {
        Check<float>(name, MathF.Sin);
        Check<double>(name, number => Math.Sin(number));
    }

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

    private static void Check<T>(string name, Func<T, T> wave)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] numbers = [.. Enumerable.Range(0, Length + 3).Select(index => wave(T.CreateChecked(index)))];
        T[] expected = Train(name, numbers, null);
        foreach (int count in (int[])[1, 2, 3, 4, 7])
        {
            using var workers = new Workers(count);
            Assert.True(expected.AsSpan().SequenceEqual(Train(name, numbers, workers)), $"{count} threads");
        }
    }

    private static T[] Train<T>(string name, T[] numbers, Workers? workers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        IOptimizer<T> optimizer = Optimizers.Make<T>(name, Length);
        T[] parameters = numbers[..Length];
        for (int step = 1; step <= 3; step++)
        {
            optimizer.Step(parameters, numbers.AsSpan(step, Length), workers);
        }

        return [.. parameters, .. optimizer.State.SelectMany(state => state.Values.Span.ToArray())];
    }
}
