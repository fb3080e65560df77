using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>
/// A recurrent layer in numbers, and how its memory is laid out: for each direction the inputs, gates, products, states
/// and cells of all steps in the window, step by step and in each step row by row, so that all steps of all rows are
/// the rows of one product.
/// </summary>
/// <param name="kind">The kind.</param>
/// <param name="steps">T, the steps of a sequence, at least 1.</param>
/// <param name="inputs">F, the numbers of a step, at least 1.</param>
/// <param name="units">H, the units, at least 1.</param>
/// <param name="bias">Whether there are biases.</param>
/// <param name="sequence">Whether the output is the states of all steps instead of the last one.</param>
/// <param name="bidirectional">Whether a second set of weights reads the sequence backward.</param>
/// <param name="window">The steps that the memory holds at a time: T where a backward pass follows, else from 1.</param>
/// <param name="state">Whether it starts from a given state instead of zero.</param>
/// <param name="lengths">Whether every row has a length of its own.</param>
/// <param name="backSteps">The steps of a chunk that gradients of the state stay in; 0 for all.</param>
public readonly struct RecurrentSizes(
    RecurrentKind kind, int steps, int inputs, int units, bool bias, bool sequence, bool bidirectional, int window,
    bool state = false, bool lengths = false, int backSteps = 0)
{
    internal RecurrentKind Kind => kind;

    internal int Steps => steps;

    internal int Inputs => inputs;

    internal int Units => units;

    internal bool Bias => bias;

    internal bool Sequence => sequence;

    internal int Directions => bidirectional ? 2 : 1;

    internal int Window => window;

    internal bool HasState => state;

    internal bool HasLengths => lengths;

    internal int Gates => kind switch { RecurrentKind.LSTM => 4, RecurrentKind.GRU => 3, _ => 1 };

    /// <summary>The gates of all units: what a step computes of inputs and state.</summary>
    internal int GateUnits => Gates * units;

    /// <summary>The numbers of one row of the output.</summary>
    internal int Outputs => Directions * units * (sequence ? steps : 1);

    /// <summary>The parameters of a direction: two matrices in panels, then two biases.</summary>
    internal int Parameters => StateWeights + Panels.Length(GateUnits, units) + (bias ? 2 * Panels.Padded(GateUnits) : 0);

    /// <summary>Where the matrix of the state starts in them, behind the one of the inputs.</summary>
    internal int StateWeights => Panels.Length(GateUnits, inputs);

    /// <summary>Where the first bias starts in them.</summary>
    internal int InputBias => StateWeights + Panels.Length(GateUnits, units);

    /// <summary>Where the second bias starts in them.</summary>
    internal int StateBias => InputBias + Panels.Padded(GateUnits);

    /// <summary>The transposed matrices of a direction.</summary>
    internal int Transposed => StateTransposed + Panels.Length(units, GateUnits);

    /// <summary>Where the one of the state starts in them.</summary>
    internal int StateTransposed => Panels.Length(inputs, GateUnits);

    internal int InputStride => Panels.Padded(inputs);

    /// <summary>From the gates of a row to those of the next, with room for a vector that begins anywhere in the last gate.</summary>
    internal int GateStride => Panels.Stride((Gates - 1) * units + Panels.Padded(units));

    internal int UnitStride => Panels.Stride(units);

    /// <summary>
    /// Whether cells are computed sixteen units at a time. A gate that starts between two of its vectors is loaded from
    /// two stores, which a processor waits for.
    /// </summary>
    internal bool FillsVector512 => Vector512Operations.IsChosen && units % Vector512<float>.Count == 0;

    /// <summary>Whether a row has cells beside its state.</summary>
    internal bool HasCells => kind == RecurrentKind.LSTM;

    /// <summary>Whether the backward pass needs what the state brought to the gates apart from what the inputs did.</summary>
    internal bool KeepsProducts => kind == RecurrentKind.GRU;

    internal int GatesStart => window * InputStride;

    internal int ProductsStart => GatesStart + window * GateStride;

    internal int StatesStart => ProductsStart + (KeepsProducts ? window : 1) * GateStride;

    internal int CellsStart => StatesStart + (window + 1) * UnitStride;

    internal int CarryStart => CellsStart + (HasCells ? (window + 1) * UnitStride : 0);

    internal int CellCarryStart => CarryStart + UnitStride;

    /// <summary>The numbers of a direction's memory, for every row.</summary>
    internal int MemoryOfDirection => CellCarryStart + (HasCells ? UnitStride : 0);

    /// <summary>The numbers of memory that the layer needs for every row.</summary>
    public int Memory => LengthsStart + (lengths ? Panels.Padded(1) : 0);

    /// <summary>Where the lengths of the rows start, for every row.</summary>
    internal int LengthsStart => Directions * MemoryOfDirection;

    /// <summary>Whether the gradient of the state goes no further back than a step, counted in the direction of reading.</summary>
    internal bool IsCut(int step) => backSteps > 0 && step > 0 && step % backSteps == 0;

    /// <summary>Whether the state after a step of a row is output.</summary>
    internal bool IsOutput(int step, int length) => sequence ? step < length : step == length - 1;

    /// <summary>Where in a row of the output the state after the step that reads a time lies.</summary>
    internal nint Place(int direction, int time) => ((nint)(sequence ? time : 0) * Directions + direction) * units;
}
