using NetGen.Samples.Lectures.Demonstrations;

namespace NetGen.Samples.Lectures;

/// <summary>All demonstrations: one more is a class and its line here.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<IDemonstration> All { get; } =
    [
        new UniversalApproximation(),
        new MultiplicationGate(),
        new Symmetry(),
        new VanishingGradients(),
        new Overfitting(),
        new StoppingEarly(),
        new StandardizedInputs(),
        new LocalMinimum(),
        new DeadUnits(),
        new SparseWeights(),
        new Boundaries(),
        new PolynomialActivation(),
        new ActivationFunctions(),
    ];

    public static IDemonstration? Find(string id) => All.FirstOrDefault(each => string.Equals(each.Id, id, StringComparison.OrdinalIgnoreCase));
}
