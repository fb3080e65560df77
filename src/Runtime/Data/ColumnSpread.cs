using System;
using System.IO;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Data;

/// <summary>
/// μ and σ² = (1/m) Σ (x − μ)² of every column in one pass: within a block by two passes with the compensation of
/// T. Chan, G. Golub, R. LeVeque ("Algorithms for computing the sample variance", 1983), blocks joined by their
/// pairwise formula. Columns are taken relative to the first row, so that a constant one has σ = 0 exactly.
/// </summary>
internal sealed class ColumnSpread
{
    // Short blocks keep the rounding of sums small, for the blocks are joined by their means.
    private const int RowsAtOnce = 1024;

    private readonly int columns;
    private readonly string what;
    private readonly Vector<double>[] origin;
    private readonly Vector<double>[] mean;
    private readonly Vector<double>[] squares;
    private readonly Vector<double>[] blockSum;
    private readonly Vector<double>[] blockRest;
    private readonly Vector<double>[] blockSquares;
    private readonly Vector<double>[] row;
    private long count;

    /// <param name="columns">The number of columns.</param>
    /// <param name="what">What messages call a number: input or target.</param>
    public ColumnSpread(int columns, string what)
    {
        this.columns = columns;
        this.what = what;
        int vectors = (columns + Vector<double>.Count - 1) / Vector<double>.Count;
        origin = new Vector<double>[vectors];
        mean = new Vector<double>[vectors];
        squares = new Vector<double>[vectors];
        blockSum = new Vector<double>[vectors];
        blockRest = new Vector<double>[vectors];
        blockSquares = new Vector<double>[vectors];
        row = new Vector<double>[vectors];
    }

    /// <summary>μ of a column.</summary>
    public double Mean(int column) => At(origin, column) + At(mean, column);

    /// <summary>σ of a column.</summary>
    public double Deviation(int column) => Math.Sqrt(At(squares, column) / count);

    /// <summary>Takes more rows, of finite numbers.</summary>
    /// <exception cref="InvalidDataException">A column spreads farther than a double can say.</exception>
    public void Add<T>(ReadOnlySpan<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (count == 0)
        {
            Doubles.From(rows[..columns], MemoryMarshal.Cast<Vector<double>, double>(origin.AsSpan()));
        }

        while (!rows.IsEmpty)
        {
            int added = Math.Min(RowsAtOnce, rows.Length / columns);
            AddBlock(rows[..(added * columns)], added);
            rows = rows[(added * columns)..];
        }
    }

    private static double At(Vector<double>[] vectors, int column) => vectors[column / Vector<double>.Count][column % Vector<double>.Count];

    private void AddBlock<T>(ReadOnlySpan<T> rows, int added)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Array.Clear(blockSum);
        for (int index = 0; index < added; index++)
        {
            Load(rows, index);
            for (int place = 0; place < row.Length; place++)
            {
                blockSum[place] += row[place] - origin[place];
            }
        }

        ExpectFinite(blockSum);
        Array.Clear(blockRest);
        Array.Clear(blockSquares);
        var m = new Vector<double>(added);
        for (int index = 0; index < added; index++)
        {
            Load(rows, index);
            for (int place = 0; place < row.Length; place++)
            {
                Vector<double> rest = row[place] - origin[place] - blockSum[place] / m;
                blockRest[place] += rest;
                blockSquares[place] += rest * rest;
            }
        }

        Join(added);
        ExpectFinite(squares);
        count += added;
    }

    private void Load<T>(ReadOnlySpan<T> rows, int index)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Doubles.From(rows.Slice(index * columns, columns), MemoryMarshal.Cast<Vector<double>, double>(row.AsSpan()));

    private void Join(int added)
    {
        var m = new Vector<double>(added);
        var share = new Vector<double>((double)added / (count + added));
        var weight = new Vector<double>((double)count / (count + added) * added);
        for (int place = 0; place < row.Length; place++)
        {
            Vector<double> delta = blockSum[place] / m - mean[place];
            mean[place] += delta * share;
            squares[place] += blockSquares[place] - blockRest[place] * blockRest[place] / m + delta * delta * weight;
        }
    }

    private void ExpectFinite(Vector<double>[] sums)
    {
        for (int column = 0; column < columns; column++)
        {
            if (!double.IsFinite(At(sums, column)))
            {
                throw new InvalidDataException($"The numbers of {what} column {column} lie too far apart: their variance is no finite double.");
            }
        }
    }
}
