using NetGen.Reference;

namespace NetGen.Samples.Tabular;

/// <summary>
/// Moves parameters between an exact network and a compiled one that has room for more inputs and outputs. In the room
/// nothing changes: unused inputs are 0, so their weights get no gradient; unused outputs have weights 0 and a bias
/// so low that softmax gives them exactly 0, so they get none either.
/// </summary>
internal static class Room
{
    // exp(−1000) is 0 in float, whatever the other logits of a sane network are.
    private const float Never = -1000;

    /// <summary>Puts an exact network's parameters into a compiled network.</summary>
    public static void Enter(ReferenceNetwork<float> exact, INetwork<float> compiled)
    {
        compiled.Parameters.Clear();
        for (int index = 0; index < exact.Layout.Tensors.Length; index++)
        {
            ParameterTensor from = exact.Layout.Tensors[index];
            ParameterTensor to = compiled.Layout.Tensors[index];
            for (int element = 0; element < from.Count; element++)
            {
                compiled.Parameters[to.Position(Widened(element, from, to))] = exact.Parameters[from.Position(element)];
            }

            for (int unit = from.Shape[0]; to.Shape.Length == 1 && unit < to.Shape[0]; unit++)
            {
                compiled.Parameters[to.Position(unit)] = Never;
            }
        }
    }

    /// <summary>Takes an exact network's parameters out of a compiled network.</summary>
    public static void Leave(INetwork<float> compiled, ReferenceNetwork<float> exact)
    {
        for (int index = 0; index < exact.Layout.Tensors.Length; index++)
        {
            ParameterTensor from = compiled.Layout.Tensors[index];
            ParameterTensor to = exact.Layout.Tensors[index];
            for (int element = 0; element < to.Count; element++)
            {
                exact.Parameters[to.Position(element)] = compiled.Parameters[from.Position(Widened(element, to, from))];
            }
        }
    }

    /// <summary>Where an element of a [rows, columns] or [rows] tensor lies in one that is larger.</summary>
    private static int Widened(int element, ParameterTensor small, ParameterTensor large) =>
        small.Shape.Length == 1 ? element : element / small.Shape[1] * large.Shape[1] + element % small.Shape[1];
}
