using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>
/// The dense layers of a network so deep that predicting a row takes several methods: one method for all of the same
/// sizes. So what is compiled, and what the processor keeps of it, grows with the kinds of layers and not with their
/// number.
/// </summary>
internal sealed class SharedProducts(PassWriter pass)
{
    private readonly Dictionary<(int Inputs, int Units, bool Bias, string? Activation, double Slope), string> names = [];
    private readonly List<(string Name, DenseModel Dense, ActivateModel? Activation)> methods = [];

    /// <summary>The method of a layer.</summary>
    public string MethodOf(DenseModel dense, ActivateModel? activation)
    {
        var key = (dense.InputSize, dense.Units, dense.Bias, activation?.Activation, activation?.Slope ?? 0);
        if (!names.TryGetValue(key, out string? name))
        {
            name = $"Product{Text.Number(methods.Count + 1)}";
            names.Add(key, name);
            methods.Add((name, dense, activation));
        }

        return name;
    }

    /// <summary>Writes every method that was asked for.</summary>
    public void Write()
    {
        foreach ((string name, DenseModel dense, ActivateModel? activation) in methods)
        {
            string z = dense.Bias ? "W·x + b" : "W·x";
            pass.Code.Line();
            pass.Code.Comment($"{dense.Title}{(activation is null ? "" : $", {activation.Title}")}: y = {ActivationEmitters.Formula(activation, z)}");
            using (pass.Code.OptimizedMethod($"private static void {name}(ref float x, ref float W, ref float b, ref float y)", separate: true))
            {
                new MatrixVectorProduct(pass, dense.InputSize, dense.Units, matrix: "W", vector: "x", result: "y", start: dense.Bias ? "b" : null, activation).Write();
            }
        }
    }
}
