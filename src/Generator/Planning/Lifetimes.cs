using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>From when to when each tensor, and each gradient, is needed; and from that, a place for each of them.</summary>
/// <param name="program">The program.</param>
/// <param name="overwritten">The tensors whose gradients take the place of their values.</param>
internal sealed class Lifetimes(NetworkProgram program, params int[] overwritten)
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

    public void TouchGradient(int tensor, int time) => Extend((tensor, !overwritten.Contains(tensor)), time);

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
            .Select(tensor => offsets.TryGetValue((tensor, gradient && !overwritten.Contains(tensor)), out int offset) ? offset : -1).ToArray();

        long apart = lives.Keys.Sum(block => (long)Size(block)) + overwritten.Sum(tensor => (long)Size((tensor, true)));
        return new BufferPlan(Of(false).ToEquatableArray(), withGradients ? Of(true).ToEquatableArray() : default, length, apart);
    }

    private int Size((int Tensor, bool Gradient) block) => program.Tensors[block.Tensor].Stride;

    private void Extend((int Tensor, bool Gradient) block, int time) =>
        lives[block] = lives.TryGetValue(block, out (int From, int To) life)
            ? (Math.Min(life.From, time), Math.Max(life.To, time))
            : (time, time);
}
