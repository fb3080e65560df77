using System;
using System.Linq;
using NetGen.Kernels;
using Xunit;

namespace NetGen.Runtime.Tests.Kernels;

/// <summary>Cells give the same bits in vectors of either kind, and touch nothing but their own units.</summary>
public sealed unsafe class RecurrentCellTests
{
    /// <summary>Gates, products, state before and after, cell before and after, carry of state and cell.</summary>
    private const int Blocks = 8;

    // The last gate may begin anywhere, and a vector is 16 wide at most.
    private const int Length = 4 * 50 + 16;

    [Fact]
    public void TanhCells() => Hold<TanhCell>();

    [Fact]
    public void ReLUCells() => Hold<ReLUCell>();

    [Fact]
    public void LSTMCells() => Hold<LSTMCell>();

    [Fact]
    public void GRUCells() => Hold<GRUCell>();

    private static void Hold<TCell>()
        where TCell : struct, ICell
    {
        foreach (int units in (int[])[1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 50])
        {
            foreach (bool back in (bool[])[false, true])
            {
                float[] one = Run<TCell, OneElement>(units, back), narrow = Run<TCell, VectorElements>(units, back), wide = Run<TCell, Vector512Elements>(units, back);
                Assert.True(one.Select(BitConverter.SingleToInt32Bits).SequenceEqual(narrow.Select(BitConverter.SingleToInt32Bits)), $"{units} units, {(back ? "back" : "forward")}, Vector");
                Assert.True(one.Select(BitConverter.SingleToInt32Bits).SequenceEqual(wide.Select(BitConverter.SingleToInt32Bits)), $"{units} units, {(back ? "back" : "forward")}, Vector512");
            }
        }
    }

    private static float[] Run<TCell, T>(int units, bool back)
        where TCell : struct, ICell
        where T : struct, IElements<T>
    {
        float[] memory = [.. Enumerable.Range(0, Blocks * Length).Select(index => MathF.Sin(index * (index % 5 + 1)))];
        fixed (float* start = memory)
        {
            var row = new CellRow
            {
                Units = units,
                Gates = start,
                Products = start + Length,
                Before = start + 2 * Length,
                State = start + 3 * Length,
                CellBefore = start + 4 * Length,
                Cell = start + 5 * Length,
                Carry = start + 6 * Length,
                CellCarry = start + 7 * Length,
            };
            if (!back)
            {
                TCell.Forward<T>(row);
            }

            for (int unit = 0; back && unit < units; unit += T.Count)
            {
                TCell.Backward<T>(row, unit);
            }
        }

        return memory;
    }

    /// <summary>One float, which is the first of a vector whose others are thrown away.</summary>
    private readonly struct OneElement(VectorElements value) : IElements<OneElement>
    {
        private readonly VectorElements value = value;

        public static int Count => 1;

        public static OneElement One => new(VectorElements.One);

        public static OneElement Create(float value) => new(VectorElements.Create(value));

        public static OneElement Load(ref float source)
        {
            Span<float> numbers = stackalloc float[16];
            numbers.Fill(source);
            return new(VectorElements.Load(ref numbers[0]));
        }

        public static OneElement First(int count, OneElement these, OneElement others) => count > 0 ? these : others;

        public void Store(ref float destination)
        {
            Span<float> numbers = stackalloc float[16];
            value.Store(ref numbers[0]);
            destination = numbers[0];
        }

        public static OneElement operator +(OneElement a, OneElement b) => new(a.value + b.value);

        public static OneElement operator -(OneElement a, OneElement b) => new(a.value - b.value);

        public static OneElement operator *(OneElement a, OneElement b) => new(a.value * b.value);

        public static OneElement MultiplyAdd(OneElement a, OneElement b, OneElement c) => new(VectorElements.MultiplyAdd(a.value, b.value, c.value));

        public static OneElement Abs(OneElement x) => new(VectorElements.Abs(x.value));

        public static OneElement Sigmoid(OneElement x) => new(VectorElements.Sigmoid(x.value));

        public static OneElement Tanh(OneElement x) => new(VectorElements.Tanh(x.value));

        public static OneElement ReLU(OneElement x) => new(VectorElements.ReLU(x.value));

        public static OneElement WherePositive(OneElement x, OneElement value) => new(VectorElements.WherePositive(x.value, value.value));
    }
}
