using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>Some rows of a batch through one layer.</summary>
/// <param name="rows">The rows of the batch.</param>
/// <param name="first">The first of them to work.</param>
/// <param name="end">The first of them not to work.</param>
/// <param name="work">The memory of the training.</param>
public delegate void RowsPass(int rows, int first, int end, ref float work);

/// <summary>Some rows of a batch through a layer that draws masks.</summary>
/// <param name="rows">The rows of the batch.</param>
/// <param name="first">The first of them to work.</param>
/// <param name="end">The first of them not to work.</param>
/// <param name="work">The memory of the training.</param>
/// <param name="training">Whether masks are drawn.</param>
/// <param name="seed">The seed of the masks.</param>
/// <param name="step">The step of the masks.</param>
public delegate void DrawingRowsPass(int rows, int first, int end, ref float work, bool training, ulong seed, long step);

/// <summary>The layers that generated code writes itself, divided over workers by rows.</summary>
public static unsafe class DividedRows
{
    /// <summary>Takes all rows through a layer.</summary>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="elements">The numbers of a row.</param>
    /// <param name="work">The memory of the training.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    /// <param name="pass">What takes some rows through the layer.</param>
    public static void Run(int rows, int elements, ref float work, Workers? workers, RowsPass pass)
    {
        if (workers is null)
        {
            pass(rows, 0, rows, ref work);
            return;
        }

        fixed (float* memory = &work)
        {
            var region = new Region(rows, memory, pass);
            Division.Run(workers, ref region, (long)rows * elements, Division.LeastCopies);
        }
    }

    /// <summary>Takes all rows through a layer that draws masks.</summary>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="elements">The numbers of a row.</param>
    /// <param name="work">The memory of the training.</param>
    /// <param name="training">Whether masks are drawn.</param>
    /// <param name="seed">The seed of the masks.</param>
    /// <param name="step">The step of the masks.</param>
    /// <param name="workers">The threads; null for the calling one alone.</param>
    /// <param name="pass">What takes some rows through the layer.</param>
    public static void Run(int rows, int elements, ref float work, bool training, ulong seed, long step, Workers? workers, DrawingRowsPass pass)
    {
        if (workers is null)
        {
            pass(rows, 0, rows, ref work, training, seed, step);
            return;
        }

        fixed (float* memory = &work)
        {
            var region = new DrawingRegion(rows, memory, training, seed, step, pass);
            Division.Run(workers, ref region, (long)rows * elements, Division.LeastCopies);
        }
    }

    private static int Start(int rows, int part, int parts) => (int)Division.Start(rows, part, parts);

    private readonly struct Region(int rows, float* work, RowsPass pass) : IWork
    {
        public void Do(int part, int parts) => pass(rows, Start(rows, part, parts), Start(rows, part + 1, parts), ref *work);
    }

    private readonly struct DrawingRegion(int rows, float* work, bool training, ulong seed, long step, DrawingRowsPass pass) : IWork
    {
        public void Do(int part, int parts) =>
            pass(rows, Start(rows, part, parts), Start(rows, part + 1, parts), ref *work, training, seed, step);
    }
}
