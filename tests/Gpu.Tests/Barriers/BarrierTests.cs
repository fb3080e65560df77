using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ILGPU.Execution;
using ILGPU.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.Barriers;

/// <summary>No barrier is too many: without any one of them some order of the work-items fails, or comes to other numbers.</summary>
public sealed class BarrierTests(ITestOutputHelper output)
{
    private const int Rows = 33;

    /// <summary>Those that networks have in common need be missed by one of them: not every network comes past all.</summary>
    [Fact]
    public void WithoutAnyOneOfThemSomethingIsWrong()
    {
        var missed = new ConcurrentDictionary<string, bool>();
        foreach (NetworkDeclaration declaration in Examples.All)
        {
            SyntaxNode[] barriers = [.. new EmittedKernels(GpuCompiler.Emit([declaration])).Barriers];
            using GpuNetworks networks = GpuCompiler.Compile([declaration], KernelSteps.OfMutants);
            float[] right = Observe(networks, declaration, WorkItemOrder.Forward);
            Assert.All(Enum.GetValues<WorkItemOrder>(), order => Assert.Equal(right, Observe(networks, declaration, order)));
            Parallel.ForEach(barriers.Index(), barrier =>
            {
                string place = Place(barrier.Item);
                if (!missed.GetValueOrDefault(place))
                {
                    missed[place] = !Enum.GetValues<WorkItemOrder>().All(order => RemovedBarrier.Run(barrier.Index, () => Survives(networks, declaration, order, right)));
                }
            });
        }

        string[] survivors = [.. missed.Where(barrier => !barrier.Value).Select(barrier => barrier.Key).Order()];
        output.WriteLine($"{missed.Count} barriers of {Examples.All.Count} networks were removed one by one, {survivors.Length} of them survive.");
        Assert.False(missed.IsEmpty, "No kernel has a barrier.");
        Assert.True(survivors.Length == 0, $"{survivors.Length} of {missed.Count} barriers are not missed:\n{string.Join("\n", survivors)}");
    }

    private static bool Survives(GpuNetworks networks, NetworkDeclaration declaration, WorkItemOrder order, float[] right)
    {
        try
        {
            return Observe(networks, declaration, order).AsSpan().SequenceEqual(right);
        }
        catch (KernelFailed)
        {
            return false;
        }
    }

    /// <summary>All that a network comes to: predictions, a cost and its gradient, and what each optimizer makes of it.</summary>
    private static float[] Observe(GpuNetworks networks, NetworkDeclaration declaration, WorkItemOrder order)
    {
        NetworkDescription description = declaration.Describe();
        INetwork<float> network = networks.Create(declaration.Name, 3);
        var batch = new BatchDraw(description, Rows, 5);
        List<float> observed = [];
        IGpuNetwork gpu = networks.Open(declaration.Name, new Accelerator(order), Rows + 2);
        gpu.CopyFrom(network);
        var outputs = new float[Rows * description.OutputSize];
        gpu.Forward(batch.Batch.Inputs, outputs);
        observed.AddRange(outputs);
        if (!description.Losses.IsEmpty)
        {
            var gradient = new float[network.Layout.Length];
            gpu.Upload(batch.Batch);
            gpu.Gradient();
            gpu.CopyGradient(gradient);
            observed.AddRange([.. gradient, gpu.Cost()]);
            gpu.TrainSgd(0.1f);
            observed.AddRange(State(gpu, network));
            gpu.TrainAdam(0.1f, 0.9f, 0.99f, 1e-8f);
            gpu.TrainAdam(0.1f, 0.9f, 0.99f, 1e-8f);
            observed.AddRange(State(gpu, network));
        }

        return [.. observed];
    }

    private static float[] State(IGpuNetwork gpu, INetwork<float> network)
    {
        gpu.CopyTo(network);
        return [.. network.Parameters, .. network.Statistics];
    }

    private static string Place(SyntaxNode barrier) =>
        $"{Path.GetFileName(barrier.SyntaxTree.FilePath)}, {barrier.Ancestors().OfType<MethodDeclarationSyntax>().First().Identifier}, line {barrier.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: between '{Line(barrier, -1)}' and '{Line(barrier, 1)}'";

    private static string Line(SyntaxNode barrier, int beside) => barrier.SyntaxTree.ToString().Split('\n')[barrier.GetLocation().GetLineSpan().StartLinePosition.Line + beside].Trim();
}
