namespace NetGen.Kernels;

/// <summary>The kinds of recurrent layers that there are kernels of.</summary>
public enum RecurrentKind
{
    /// <summary>A simple recurrent layer with tanh.</summary>
    Tanh,

    /// <summary>A simple recurrent layer with ReLU.</summary>
    ReLU,

    /// <summary>Long short-term memory.</summary>
    LSTM,

    /// <summary>Gated recurrent units.</summary>
    GRU,
}
