namespace NetGen.Kernels;

/// <summary>Where the memory of one direction of a recurrent layer holds what, for the rows of a batch.</summary>
internal readonly unsafe struct RecurrentMemory
{
    private readonly int rows;
    private readonly RecurrentSizes sizes;
    private readonly float* start;
    private readonly int* lengths;

    public RecurrentMemory(int rows, in RecurrentSizes sizes, float* memory, int direction)
    {
        this.rows = rows;
        this.sizes = sizes;
        start = memory + (nint)direction * sizes.MemoryOfDirection * rows;
        lengths = sizes.HasLengths ? Lengths(rows, sizes, memory) : null;
    }

    /// <summary>The lengths of the rows.</summary>
    public static int* Lengths(int rows, in RecurrentSizes sizes, float* memory) => (int*)(memory + (nint)sizes.LengthsStart * rows);

    /// <summary>The steps of a row.</summary>
    public int Length(int row) => lengths is null ? sizes.Steps : lengths[row];

    /// <summary>The time that a row reads at a step, which lies within its length.</summary>
    public int Time(int direction, int step, int row) => direction == 0 ? step : Length(row) - 1 - step;

    /// <summary>What a step reads; once the gradients of the weights are had, its gradient.</summary>
    public float* Input(int step, int row) => At(0, step, row, sizes.InputStride);

    public float* Gates(int step, int row) => At(sizes.GatesStart, step, row, sizes.GateStride);

    /// <summary>What the state before a step brings to its gates.</summary>
    public float* Products(int step, int row) => At(sizes.ProductsStart, sizes.KeepsProducts ? step : 0, row, sizes.GateStride);

    /// <summary>The gradient of what the state brings to the gates of a step.</summary>
    public float* ProductGradient(int step, int row) => sizes.KeepsProducts ? Products(step, row) : Gates(step, row);

    /// <summary>The state before a step.</summary>
    public float* State(int step, int row) => At(sizes.StatesStart, step, row, sizes.UnitStride);

    /// <summary>The cell before a step.</summary>
    public float* Cell(int step, int row) => sizes.HasCells ? At(sizes.CellsStart, step, row, sizes.UnitStride) : null;

    public float* Carry(int row) => At(sizes.CarryStart, 0, row, sizes.UnitStride);

    public float* CellCarry(int row) => sizes.HasCells ? At(sizes.CellCarryStart, 0, row, sizes.UnitStride) : null;

    public CellRow Row(int step, int row) => new()
    {
        Units = sizes.Units,
        Gates = Gates(step, row),
        Products = Products(step, row),
        Before = State(step, row),
        State = State(step + 1, row),
        CellBefore = Cell(step, row),
        Cell = Cell(step + 1, row),
        Carry = Carry(row),
        CellCarry = CellCarry(row),
    };

    private float* At(int offset, int step, int row, int stride) => start + (nint)offset * rows + ((nint)step * rows + row) * stride;
}
