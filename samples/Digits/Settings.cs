namespace NetGen.Samples;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    /// <summary>The most digits that are drawn for training; those beyond are for testing.</summary>
    public const int MostImages = 200_000;

    /// <summary>A folder with MNIST's files, or others like them; null to draw digits.</summary>
    public string? Data { get; init; }

    /// <summary>How many digits to draw for training; a sixth of that for testing.</summary>
    public int Images { get; init; } = 60_000;

    /// <summary>What is trained.</summary>
    public Model Model { get; init; } = Model.Perceptron;

    /// <summary>Whether every epoch sees the images changed in another way.</summary>
    public bool Augment { get; init; }

    /// <summary>How often to go through the images; null for what suits the model.</summary>
    public int? Epochs { get; init; }

    /// <summary>Of the drawings, the initial weights and the order of training.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where to keep the network; null for a file that goes away again.</summary>
    public string? Save { get; init; }

    /// <summary>Where to write the weights for PyTorch.</summary>
    public string? Export { get; init; }

    /// <summary>Weights to judge instead of training.</summary>
    public string? Weights { get; init; }

    /// <summary>Where to save the training after every epoch; it goes on from there if the file exists.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Where to write how the training went.</summary>
    public string? Report { get; init; }
}
