using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Training;

/// <summary>
/// Makes the rows of a matrix orthonormal, or the columns where there are fewer of them: from independent normal draws
/// comes an orthogonal matrix that is as likely as any other (Saxe, McClelland and Ganguli, 2014).
/// </summary>
/// <remarks>
/// Modified Gram-Schmidt, which is the QR decomposition whose R has a positive diagonal. It loses orthogonality as 2⁻⁵³
/// times the condition of the draws, about their smaller side, far below the rounding to float that follows. Sums have
/// four lanes on every machine, so that all have the same order.
/// </remarks>
internal static class Orthonormal
{
    /// <summary>Changes a matrix in place.</summary>
    /// <param name="matrix">[rows, columns].</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    public static void Make(Span<double> matrix, int rows, int columns)
    {
        if (rows <= columns)
        {
            Rows(matrix, columns);
            return;
        }

        Span<double> transposed = new double[matrix.Length];
        Transpose(matrix, transposed, columns);
        Rows(transposed, rows);
        Transpose(transposed, matrix, rows);
    }

    private static void Rows(Span<double> matrix, int length)
    {
        for (int start = 0; start < matrix.Length; start += length)
        {
            Span<double> row = matrix.Slice(start, length);
            AddTo(row, row, 1 / Math.Sqrt(Dot(row, row)) - 1);
            for (int next = start + length; next < matrix.Length; next += length)
            {
                Span<double> other = matrix.Slice(next, length);
                AddTo(other, row, -Dot(row, other));
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector256<double>> x = MemoryMarshal.Cast<double, Vector256<double>>(a), y = MemoryMarshal.Cast<double, Vector256<double>>(b);
        Vector256<double> sums = default;
        for (int index = 0; index < x.Length; index++)
        {
            sums += x[index] * y[index];
        }

        double sum = sums[0] + sums[1] + (sums[2] + sums[3]);
        for (int index = x.Length * Vector256<double>.Count; index < a.Length; index++)
        {
            sum += a[index] * b[index];
        }

        return sum;
    }

    /// <summary>to ← to + factor·values.</summary>
    private static void AddTo(Span<double> to, ReadOnlySpan<double> values, double factor)
    {
        Span<Vector256<double>> x = MemoryMarshal.Cast<double, Vector256<double>>(to);
        ReadOnlySpan<Vector256<double>> y = MemoryMarshal.Cast<double, Vector256<double>>(values);
        for (int index = 0; index < x.Length; index++)
        {
            x[index] += factor * y[index];
        }

        for (int index = x.Length * Vector256<double>.Count; index < to.Length; index++)
        {
            to[index] += factor * values[index];
        }
    }

    private static void Transpose(ReadOnlySpan<double> matrix, Span<double> transposed, int columns)
    {
        int rows = matrix.Length / columns;
        for (int index = 0; index < matrix.Length; index++)
        {
            transposed[index % columns * rows + index / columns] = matrix[index];
        }
    }
}
