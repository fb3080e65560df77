using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// The place of every tensor, and in training of its gradient, in one scratch row. Two share memory where their
/// lifetimes allow it.
/// </summary>
/// <param name="Values">The offset of each tensor; −1 where it needs no memory.</param>
/// <param name="Gradients">The offset of each tensor's gradient; empty when predicting.</param>
/// <param name="Length">The numbers that one row needs.</param>
/// <param name="Apart">Those that it would need if nothing shared memory.</param>
internal sealed record BufferPlan(EquatableArray<int> Values, EquatableArray<int> Gradients, int Length, long Apart)
{
    public static BufferPlan ForPredicting(NetworkProgram program)
    {
        var blocks = new Blocks(program);
        for (int time = 0; time < program.Operations.Count; time++)
        {
            blocks.Touch(program.Operations[time].Output, time);
            blocks.TouchMemory(program.Operations[time], time);
            foreach (int input in program.Operations[time].Inputs)
            {
                blocks.Touch(input, time);
            }
        }

        foreach (NetworkOutput output in program.Outputs)
        {
            blocks.Touch(output.Tensor, program.Operations.Count);
        }

        return blocks.Place(withGradients: false);
    }

    /// <summary>
    /// Time runs forward over the operations, then through outputs and losses, then back; a value that the backward pass
    /// reads again lives until then.
    /// </summary>
    public static BufferPlan ForTraining(NetworkProgram program)
    {
        var blocks = new Blocks(program);
        int count = program.Operations.Count;
        int turn = count;
        foreach (NetworkOutput output in program.Outputs)
        {
            blocks.Touch(output.Tensor, turn);
            blocks.Touch(output.Last, turn);
            blocks.TouchGradient(output.Last, turn);
        }

        for (int index = 0; index < count; index++)
        {
            Operation operation = program.Operations[index];
            int back = (2 * count) - index;
            blocks.Touch(operation.Output, index);
            blocks.TouchGradient(operation.Output, back);
            blocks.TouchMemory(operation, index);
            blocks.TouchMemory(operation, back);
            if (operation.KeepsOutput)
            {
                blocks.Touch(operation.Output, back);
            }

            foreach (int input in operation.Inputs)
            {
                blocks.Touch(input, index);
                blocks.TouchGradient(input, back);
                if (operation.Layer.KeepsInput)
                {
                    blocks.Touch(input, back);
                }
            }
        }

        // The input's gradient is read when all is done.
        blocks.TouchGradient(0, (2 * count) + 1);
        return blocks.Place(withGradients: true);
    }

    private sealed class Blocks(NetworkProgram program)
    {
        private readonly Dictionary<(int Tensor, bool Gradient), (int From, int To)> lives = [];

        public void Touch(int tensor, int time)
        {
            if (tensor != 0 || program.StagesInput)
            {
                // A staged input is there before the first operation.
                Extend((tensor, false), tensor == 0 ? 0 : time);
                Extend((tensor, false), time);
            }
        }

        public void TouchMemory(Operation operation, int time)
        {
            if (operation.Memory is { } memory)
            {
                Touch(memory, time);
            }
        }

        public void TouchGradient(int tensor, int time) => Extend((tensor, true), time);

        public BufferPlan Place(bool withGradients)
        {
            var offsets = new Dictionary<(int Tensor, bool Gradient), int>();

            // What is placed, in the order of offsets: it is looked through for every block.
            var placed = new List<(int Offset, int End, int From, int To)>();
            int length = 0;
            foreach ((int Tensor, bool Gradient) block in lives.Keys.OrderByDescending(Size).ThenBy(key => key.Tensor).ThenBy(key => key.Gradient))
            {
                (int from, int to) = lives[block];
                int size = Size(block);
                int offset = 0;
                for (int index = 0; index < placed.Count && placed[index].Offset < offset + size; index++)
                {
                    (_, int end, int otherFrom, int otherTo) = placed[index];
                    offset = from <= otherTo && otherFrom <= to ? Math.Max(offset, end) : offset;
                }

                int place = placed.Count;
                while (place > 0 && placed[place - 1].Offset > offset)
                {
                    place--;
                }

                placed.Insert(place, (offset, offset + size, from, to));
                offsets[block] = offset;
                length = Math.Max(length, offset + size);
            }

            int[] Of(bool gradient) => Enumerable.Range(0, program.Tensors.Count)
                .Select(tensor => offsets.TryGetValue((tensor, gradient), out int offset) ? offset : -1).ToArray();

            return new BufferPlan(Of(false).ToEquatableArray(), withGradients ? Of(true).ToEquatableArray() : default, length, lives.Keys.Sum(block => (long)Size(block)));
        }

        private int Size((int Tensor, bool Gradient) block) => program.Tensors[block.Tensor].Stride;

        private void Extend((int Tensor, bool Gradient) block, int time) =>
            lives[block] = lives.TryGetValue(block, out (int From, int To) life)
                ? (Math.Min(life.From, time), Math.Max(life.To, time))
                : (time, time);
    }
}
