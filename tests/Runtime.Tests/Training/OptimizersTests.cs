using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

/// <summary>What every optimizer keeps.</summary>
public sealed class OptimizersTests
{
    [Fact]
    public void TheTableHasAllOfThem() => Assert.Equal(
        typeof(IOptimizer<>).Assembly.GetTypes().Where(type => type.IsClass && !type.IsAbstract && type.GetInterface("IOptimizer`1") is not null).Select(type => type.Name).Order(),
        Optimizers.All<float>(1).Select(optimizer => optimizer.GetType().GetGenericTypeDefinition().Name).Distinct().Order());

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void RangesInAnyOrderGiveTheBitsOfTheWhole(string name)
    {
        foreach (int length in (int[])[1, 7, 16, 101])
        {
            float[] whole = Wave(length, 1), parts = Wave(length, 1);
            IOptimizer<float> one = Optimizers.Make<float>(name, length), many = Optimizers.Make<float>(name, length);
            for (int step = 0; step < 5; step++)
            {
                float[] g = Wave(length, step + 2);
                one.Step(whole, g);
                many.BeginStep();
                for (int end = length; end > 0; end -= 3)
                {
                    int start = Math.Max(0, end - 3);
                    many.Update(start, parts.AsSpan(start..end), g.AsSpan(start..end));
                }
            }

            Assert.Equal(whole, parts);
            Assert.Equal(Remembered(one), Remembered(many));
            Assert.NotEqual(Wave(length, 1), whole);
        }
    }

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void TrainingGoesOnFromStepsAndState(string name)
    {
        double[] theta = [1, 2, 3], resumed;
        IOptimizer<double> first = Optimizers.Make<double>(name, 3), second = Optimizers.Make<double>(name, 3);
        for (int step = 0; step < 9; step++)
        {
            first.Step(theta, [1, -2, step]);
        }

        // What it did before is forgotten.
        resumed = [.. theta];
        Assert.All(Enumerable.Range(0, 12), _ => second.Step(new double[3], [3, 1, -1]));
        second.Steps = first.Steps;
        Assert.Equal(9, second.Steps);
        foreach (((string Name, AlignedBuffer<double> Values) from, (string Name, AlignedBuffer<double> Values) to) in first.State.Zip(second.State))
        {
            Assert.Equal(from.Name, to.Name);
            from.Values.Span.CopyTo(to.Values.Span);
        }

        first.Step(theta, [0.5, 0.5, 0.5]);
        second.Step(resumed, [0.5, 0.5, 0.5]);
        Assert.Equal(theta, resumed);
    }

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void WhatIsRememberedIsNeverDenormal(string name)
    {
        // Gradients of every size, then none: averages decay through where floats are denormal.
        const int Length = 45;
        IOptimizer<float> optimizer = Optimizers.Make<float>(name, Length);
        float[] theta = new float[Length], none = new float[Length];
        float[] g = [.. Enumerable.Range(0, Length).Select(index => (float)Math.Pow(10, -index))];
        optimizer.Step(theta, g);
        for (int step = 0; step < 1500; step++)
        {
            Assert.DoesNotContain(Remembered(optimizer), float.IsSubnormal);
            optimizer.Step(theta, none);
        }
    }

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void WhatHasNoGradientStaysZeroAsPaddingMust(string name)
    {
        float[] theta = new float[37];
        IOptimizer<float> optimizer = Optimizers.Make<float>(name, 37);
        for (int step = 0; step < 3; step++)
        {
            optimizer.Step(theta, new float[37]);
        }

        Assert.All(theta, value => Assert.Equal(0, value));
    }

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void ANaNInTheGradientIsNotHidden(string name)
    {
        float[] theta = new float[20], g = new float[20];
        g[0] = g[19] = float.NaN;
        Optimizers.Make<float>(name, 20).Step(theta, g);
        Assert.Equal([float.NaN, 0, float.NaN], [theta[0], theta[1], theta[19]]);
    }

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void AStepAllocatesNothing(string name)
    {
        float[] theta = Wave(1000, 1), g = Wave(1000, 2);
        IOptimizer<float> optimizer = Optimizers.Make<float>(name, 1000);
        Assert.Equal(0, Allocated.Bytes(() => optimizer.Step(theta, g)));
    }

    [Theory]
    [MemberData(nameof(Optimizers.Names), MemberType = typeof(Optimizers))]
    public void ARateOfZeroMovesNothing(string name)
    {
        double[] theta = [1, -2, 3];
        IOptimizer<double> optimizer = Optimizers.Make<double>(name, 3);
        optimizer.LearningRate = 0;
        optimizer.Step(theta, [1, 2, 3]);
        Assert.Equal([1, -2, 3], theta);
    }

    [Fact]
    public void RulesSayWhatTheOptimizerWasMadeWith()
    {
        string[] rules = [.. Optimizers.All<float>(1).Select(optimizer => optimizer.Rule)];
        Assert.Equal(rules.Length, rules.Distinct().Count());
        Assert.Contains("gradient descent, weight decay 0.01", rules);
        Assert.Contains("averaged momentum, β 0.9, bias corrected", rules);
        Assert.Contains("AdamW, β₁ 0.9, β₂ 0.999, ε 1E-08, weight decay 0.01", rules);
        Assert.Contains("centered RMSprop, β 0.95, μ 0.9, ε 0.0001", rules);
    }

    /// <summary>Each argument of each constructor that is outside its range as a float is named; so is a rate or weight decay that is set.</summary>
    [Fact]
    public void BadArgumentsAreRefused()
    {
        var wrong = new Dictionary<string, object[]>
        {
            ["length"] = [-1],
            ["learningRate"] = [-1.0, double.NaN, 1e300],
            ["epsilon"] = [0.0, -1e-8, double.NaN, 1e-60, 1e300],
            ["decay"] = [-0.1, 1.0, double.NaN, 0.99999999999],
        };
        foreach (Type type in Optimizers.All<float>(1).Select(optimizer => optimizer.GetType()).Distinct())
        {
            ConstructorInfo constructor = type.GetConstructors().Single();
            ParameterInfo[] parameters = constructor.GetParameters();
            object[] right = [.. parameters.Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue! : parameter.Name == "length" ? (object)4 : 0.1)];
            foreach (ParameterInfo parameter in parameters.Where(parameter => parameter.ParameterType != typeof(bool)))
            {
                foreach (object value in wrong[wrong.ContainsKey(parameter.Name!) ? parameter.Name! : "decay"])
                {
                    object[] arguments = [.. right];
                    arguments[parameter.Position] = value;
                    var refused = (ArgumentOutOfRangeException)Assert.Throws<TargetInvocationException>(() => constructor.Invoke(arguments)).InnerException!;
                    Assert.Equal(parameter.Name, refused.ParamName, ignoreCase: true);
                }
            }

            var optimizer = (IOptimizer<float>)constructor.Invoke(right);
            Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.Steps = -1);
            Assert.Contains("BeginStep", Assert.Throws<InvalidOperationException>(() => optimizer.Update(0, new float[4], new float[4])).Message);
            optimizer.BeginStep();
            Assert.Throws<ArgumentException>(() => optimizer.Update(0, new float[4], new float[3]));
            Assert.Throws<ArgumentException>(() => optimizer.Update(-1, new float[4], new float[4]));
            if (!optimizer.State.IsEmpty)
            {
                Assert.Throws<ArgumentException>(() => optimizer.Update(1, new float[4], new float[4]));
            }
        }

        Assert.All((double[])[-0.1, double.NaN, 1e300], lambda => Assert.Throws<ArgumentOutOfRangeException>("WeightDecay", () => new Sgd<float>(0.1) { WeightDecay = lambda }));
    }

    private static float[] Remembered(IOptimizer<float> optimizer) => [.. optimizer.State.SelectMany(state => state.Values.Span.ToArray())];

    private static float[] Wave(int length, int seed) => [.. Enumerable.Range(0, length).Select(index => MathF.Sin(1 + index * seed))];
}
