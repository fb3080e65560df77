using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>What leaves a step of the pipeline holds nothing of a compilation, and old compilations are let go.</summary>
public sealed class LeakTests
{
    private const string Networks = """
        using NetGen;

        [Network, Input(2, 2, Name = "image")]
        [Flatten]
        [Dense(3, Activation.LeakyReLU, Slope = 0.1, Name = "first")]
        [Dropout(0.2)]
        [Dense(3)]
        [Add("first")]
        [Concat("first")]
        [Reshape(2, 3)]
        [Block(typeof(Unit), Times = 2)]
        [Loss(Loss.MeanSquaredError)]
        partial class Right;

        [Layers]
        [Activate(Activation.Tanh)]
        [Add("input")]
        static class Unit;

        [Network(Gpu = true), Input(4)]
        [Dense(2)]
        partial class ForGpus;

        [Network(Gpu = true), Input(4)]
        [Dense(0)]
        partial class Wrong;
        """;

    private static readonly Type[] forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Compilation), typeof(SemanticModel), typeof(Location),
        typeof(AttributeData),
    ];

    [Fact]
    public void No_value_of_a_named_step_holds_a_symbol_syntax_or_a_compilation()
    {
        GeneratorRunResult result = Assert.Single(Host.Run(Ilgpu.Beside(Host.Compile(Networks)), ("RunAnalyzers", "false")).Results);
        string[] names = [.. typeof(StepNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!)];
        foreach (string name in names)
        {
            object[] values = [.. result.TrackedSteps[name].SelectMany(step => step.Outputs).Select(output => output.Value)];
            Assert.True(values.Length > 0, $"Nothing leaves the step {name}.");
            foreach (object value in values)
            {
                Walk(value, name, []);
            }
        }
    }

    [Fact]
    public void An_old_compilation_is_let_go()
    {
        (GeneratorDriver driver, WeakReference old) = RunTwice();
        for (int attempt = 0; attempt < 10 && old.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive, "The driver, or the generator, keeps the first compilation.");
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Old) RunTwice()
    {
        CSharpCompilation first = Host.Compile(Networks, "class Other;");
        GeneratorDriver driver = Host.Driver(("RunAnalyzers", "false")).RunGenerators(first);
        CSharpCompilation second = Host.Compile(Networks, "class Other { int field; }");
        return (driver.RunGenerators(second), new WeakReference(first));
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        Assert.False(forbidden.Any(type => type.IsInstanceOfType(value)), $"{path} holds a {value.GetType().Name}.");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, $"{path}[]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Assert.False(forbidden.Any(kind => kind.IsAssignableFrom(field.FieldType)), $"{path}.{field.Name} is a {field.FieldType.Name}.");
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
