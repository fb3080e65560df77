using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>zₜ = W·xₜ + b for every step of a sequence [T, F]; its numbers are those of <c>NetGen.Kernels.PerStepSizes</c>.</summary>
/// <param name="Steps">T.</param>
/// <param name="Dense">The layer that every step goes through.</param>
internal sealed record PerStepDenseModel(int Steps, DenseModel Dense)
    : LayerModel(Dense.Name, Dense.Inputs, Dense.Output)
{
    public override string Title => $"{Dense.Title}, per step";

    public override string Kind => Dense.Kind;

    public override IEnumerable<object> Description => Dense.Describe(perStep: true);

    public override EquatableArray<ParameterModel> Parameters => Dense.Parameters;

    public override long MultiplyAdds => Steps * Dense.MultiplyAdds;

    public override long Memory(bool training) => (long)Steps * (Padding.Of(Dense.InputSize) + Padding.Of(Dense.Units));

    public override bool TakesActivation => true;

    public override bool ReadsUnpadded => true;
}
