using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests;

/// <summary>The plan is held against a simulation that writes every block and looks whether it is still there when read.</summary>
public sealed class BufferPlanTests
{
    private const int Networks = 300;

    [Fact]
    public void Predicting_reads_what_it_wrote()
    {
        for (int seed = 0; seed < Networks; seed++)
        {
            NetworkProgram program = Lowering.Lower(Programs.Random(seed), training: false);
            BufferPlan plan = BufferPlan.ForPredicting(program);
            var memory = new Memory(plan.Length, seed);
            SimulateForward(program, plan, memory);
            memory.Read("output", plan.Values[program.Outputs[0].Tensor], program.Tensors[program.Outputs[0].Tensor].Stride);
        }
    }

    [Fact]
    public void Training_reads_what_it_wrote()
    {
        for (int seed = 0; seed < Networks; seed++)
        {
            NetworkProgram program = Lowering.Lower(Programs.Random(seed), training: true);
            BufferPlan plan = BufferPlan.ForTraining(program);
            SimulateTraining(program, plan, new Memory(plan.Length, seed));
        }
    }

    [Fact]
    public void A_plan_that_moves_one_block_onto_another_is_caught()
    {
        NetworkProgram program = Programs.Training("[Input(8)] [Dense(8, Activation.Tanh)] [Dense(8, Activation.Tanh)] [Loss(Loss.MeanSquaredError)]");
        BufferPlan plan = BufferPlan.ForTraining(program);
        int[] moved = plan.Values.ToArray();
        moved[1] = moved[2];
        Assert.Throws<InvalidOperationException>(() => SimulateTraining(program, plan with { Values = moved.ToEquatableArray() }, new Memory(plan.Length, 0)));
    }

    [Fact]
    public void What_a_layer_keeps_for_itself_lives_until_its_backward_pass()
    {
        NetworkProgram program = Programs.Training("[Input(5, 3)] [GRU(4, Sequence = true)] [LSTM(4)] [Dense(3)] [Loss(Loss.MeanSquaredError)]");
        Assert.Equal([true, true, false], program.Operations.Select(operation => operation.Memory is not null));
        BufferPlan plan = BufferPlan.ForTraining(program);
        SimulateTraining(program, plan, new Memory(plan.Length, 0));

        int[] moved = plan.Values.ToArray();
        moved[program.Operations[0].Memory!.Value] = moved[program.Operations[1].Memory!.Value];
        Assert.Throws<InvalidOperationException>(() => SimulateTraining(program, plan with { Values = moved.ToEquatableArray() }, new Memory(plan.Length, 0)));
    }

    [Fact]
    public void Every_block_starts_on_a_cache_line_and_lies_inside()
    {
        for (int seed = 0; seed < Networks; seed++)
        {
            NetworkModel model = Programs.Random(seed);
            NetworkProgram predicting = Lowering.Lower(model, training: false);
            NetworkProgram training = Lowering.Lower(model, training: true);
            Check(predicting, BufferPlan.ForPredicting(predicting));
            Check(training, BufferPlan.ForTraining(training));
        }

        static void Check(NetworkProgram program, BufferPlan plan)
        {
            Assert.Equal(0, plan.Length % 16);
            foreach (EquatableArray<int> offsets in new[] { plan.Values, plan.Gradients })
            {
                for (int tensor = 0; tensor < offsets.Count; tensor++)
                {
                    Assert.True(offsets[tensor] == -1 || (offsets[tensor] % 16 == 0 && offsets[tensor] + program.Tensors[tensor].Stride <= plan.Length));
                }
            }
        }
    }

    [Fact]
    public void A_chain_of_20_layers_predicts_in_two_rows()
    {
        NetworkProgram chain = Programs.Predicting($"[Input(30)] {Chain(20)}");
        Assert.Equal(20, chain.Operations.Count);
        Assert.Equal(2 * 32, BufferPlan.ForPredicting(chain).Length);
    }

    [Fact]
    public void Training_a_chain_keeps_its_values_and_shares_its_gradients()
    {
        NetworkProgram chain = Programs.Training($"[Input(32)] {Chain(20)} [Loss(Loss.MeanSquaredError)]");
        int rows = BufferPlan.ForTraining(chain).Length / 32;
        Assert.InRange(rows, 20, 23);
    }

    [Theory]
    [InlineData("[Conv2D(2, 3, Activation.ReLU)] [MaxPool2D(2)]", true)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU)] [MaxPool2D(2)] [Flatten] [Dense(3)]", true)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU)] [GlobalMaxPool]", true)]
    [InlineData("[Conv2D(2, 2, Activation.ReLU)] [MaxPool2D(2, Truncate = true)]", false)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU)] [MaxPool2D(2, Stride = 1)]", false)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU)] [MaxPool2D(3, Stride = 1)]", false)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU)] [MaxPool2D(2, Padding = 1)]", false)]
    [InlineData("[Conv2D(2, 3, Activation.Tanh)] [MaxPool2D(2)]", false)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU)] [AveragePool2D(2)]", false)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU, Name = \"a\")] [GlobalMaxPool(Name = \"b\")] [GlobalMaxPool(From = \"a\")] [Add(\"b\")]", false)]
    public void The_gradient_of_a_pooling_takes_the_place_of_what_it_read(string layers, bool overwritten)
    {
        NetworkProgram program = Programs.Training($"[Input(1, 6, 6)] {layers} [Loss(Loss.MeanSquaredError)]");
        BufferPlan plan = BufferPlan.ForTraining(program);
        int read = program.Operations.First().Output;
        Assert.Equal(overwritten, program.Overwritten.Contains(read));
        SimulateTraining(program, plan, new Memory(plan.Length, 0));
    }

    [Fact]
    public void An_input_that_only_dense_layers_read_is_not_copied()
    {
        NetworkProgram program = Programs.Predicting("[Input(3)] [Dense(2)]");
        Assert.False(program.StagesInput);
        Assert.Equal(-1, BufferPlan.ForPredicting(program).Values[0]);
    }

    [Theory]
    [InlineData("[Dense(3, Name = \"d\")] [Add(\"input\")]", true, true)]
    [InlineData("[Dense(2)] [Concat(\"input\")]", true, true)]
    [InlineData("[Dense(2, Name = \"d\")] [Dropout(0.5, From = \"input\")] [Concat(\"d\")]", true, true)]
    [InlineData("[Dropout(0.5)] [Dense(2)]", false, true)]
    [InlineData("[Activate(Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy)]", true, true)]
    [InlineData("[Dropout(0.5)]", true, true)]
    [InlineData("[Dense(2, Activation.Softmax)] [Loss(Loss.CrossEntropy)]", false, false)]
    public void An_input_that_is_read_in_vectors_has_a_padded_copy(string layers, bool predicting, bool training)
    {
        NetworkPlan plan = Planner.Plan(Programs.Model($"[Input(3)] {layers}"));
        Assert.Equal((predicting, training), (plan.PredictingBuffers.Values[0] >= 0, plan.TrainingBuffers.Values[0] >= 0));
    }

    [Fact]
    public void Whoever_reads_in_vectors_reads_memory_of_the_plan()
    {
        for (int seed = 0; seed < Networks; seed++)
        {
            NetworkModel model = Programs.Random(seed);
            NetworkProgram predicting = Lowering.Lower(model, training: false);
            NetworkProgram training = Lowering.Lower(model, training: true);
            Check(predicting, BufferPlan.ForPredicting(predicting));
            Check(training, BufferPlan.ForTraining(training));
        }

        static void Check(NetworkProgram program, BufferPlan plan)
        {
            // Only the kernels of the library read rows without padding.
            IEnumerable<int> read = program.Operations.Where(operation => !operation.Layer.ReadsUnpadded).SelectMany(operation => operation.Inputs)
                .Append(program.Outputs[0].Last).Append(program.Outputs[0].Tensor);
            Assert.All(read, tensor => Assert.True(plan.Values[tensor] >= 0, $"tensor {tensor}"));
        }
    }

    private static string Chain(int layers) => string.Concat(Enumerable.Range(0, layers).Select(_ => "[Dense(32, Activation.Tanh)] "));

    private static void SimulateForward(NetworkProgram program, BufferPlan plan, Memory memory)
    {
        void Write(int tensor) => memory.Write($"value {tensor}", plan.Values[tensor], program.Tensors[tensor].Stride);
        if (program.StagesInput)
        {
            Write(0);
        }

        foreach (Operation operation in program.Operations)
        {
            Read(program, plan, memory, operation.Inputs);
            Write(operation.Output);
            WriteMemory(program, plan, memory, operation);

            // An emitter may write its output before it has read all of its inputs.
            Read(program, plan, memory, operation.Inputs);
        }

        memory.Rename($"value {program.Outputs[0].Tensor}", "output");
    }

    private static void SimulateTraining(NetworkProgram program, BufferPlan plan, Memory memory)
    {
        void WriteValue(int tensor) => memory.Write($"value {tensor}", plan.Values[tensor], program.Tensors[tensor].Stride);
        void WriteGradient(int tensor) => memory.Write($"gradient {tensor}", plan.Gradients[tensor], program.Tensors[tensor].Stride);
        void ReadGradient(int tensor) => memory.Read($"gradient {tensor}", plan.Gradients[tensor], program.Tensors[tensor].Stride);

        if (program.StagesInput)
        {
            WriteValue(0);
        }

        foreach (Operation operation in program.Operations)
        {
            Read(program, plan, memory, operation.Inputs);
            WriteValue(operation.Output);
            WriteMemory(program, plan, memory, operation);
            Read(program, plan, memory, operation.Inputs);
        }

        // The loss copies the target into the gradient, computes the output and reads both.
        WriteGradient(program.Outputs[0].Last);
        Read(program, plan, memory, new[] { program.Outputs[0].Last });
        if (program.Outputs[0].Operation is not null)
        {
            WriteValue(program.Outputs[0].Tensor);
        }

        Read(program, plan, memory, new[] { program.Outputs[0].Last, program.Outputs[0].Tensor });
        ReadGradient(program.Outputs[0].Last);

        var contributed = new HashSet<int> { program.Outputs[0].Last };
        foreach (Operation operation in program.Operations.Reverse())
        {
            if (!contributed.Contains(operation.Output))
            {
                // Nobody reads this tensor on the way to the loss; its block is read all the same.
                WriteGradient(operation.Output);
            }

            if (operation.Memory is { } own)
            {
                Read(program, plan, memory, new[] { own });
                ReadGradient(operation.Output);
                WriteMemory(program, plan, memory, operation);
            }

            foreach (int input in operation.Inputs)
            {
                // What gives way to its own gradient is read for the last time before.
                bool isOverwritten = program.Overwritten.Contains(input);
                if (isOverwritten)
                {
                    Assert.True(operation.Layer is PoolModel { IsMax: true, IsTiled: true });
                    Assert.Equal(plan.Values[input], plan.Gradients[input]);
                    Read(program, plan, memory, new[] { input });
                }

                if (contributed.Add(input))
                {
                    WriteGradient(input);
                }

                ReadGradient(input);
                ReadGradient(operation.Output);
                Read(program, plan, memory, operation.Memory is { } kept ? new[] { kept } : []);
                if (operation.Layer.KeepsInput && !isOverwritten)
                {
                    Read(program, plan, memory, new[] { input });
                }

                if (program.KeepsOutput(operation))
                {
                    Read(program, plan, memory, new[] { operation.Output });
                }
            }
        }

        if (contributed.Contains(0))
        {
            ReadGradient(0);
        }
    }

    private static void WriteMemory(NetworkProgram program, BufferPlan plan, Memory memory, Operation operation)
    {
        if (operation.Memory is { } tensor)
        {
            memory.Write($"value {tensor}", plan.Values[tensor], program.Tensors[tensor].Stride);
        }
    }

    private static void Read(NetworkProgram program, BufferPlan plan, Memory memory, IEnumerable<int> tensors)
    {
        foreach (int tensor in tensors.Where(tensor => tensor != 0 || program.StagesInput))
        {
            memory.Read($"value {tensor}", plan.Values[tensor], program.Tensors[tensor].Stride);
        }
    }

    /// <summary>Memory whose every number knows who wrote it last.</summary>
    private sealed class Memory(int length, int seed)
    {
        private readonly string[] owners = new string[length];

        public void Write(string name, int offset, int length) => owners.AsSpan(offset, length).Fill(name);

        public void Rename(string name, string other)
        {
            for (int index = 0; index < owners.Length; index++)
            {
                owners[index] = owners[index] == name ? other : owners[index];
            }
        }

        public void Read(string name, int offset, int length)
        {
            string? other = owners[offset..(offset + length)].FirstOrDefault(owner => owner != name);
            if (owners.AsSpan(offset, length).ContainsAnyExcept(name))
            {
                throw new InvalidOperationException($"Network {seed}: {name} was overwritten by {other ?? "nothing"}.");
            }
        }
    }
}
