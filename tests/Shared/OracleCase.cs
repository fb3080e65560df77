using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace NetGen.Oracle;

/// <summary>One file of the format <c>netgen-oracle/1</c>: a computation that PyTorch has done in double, with its gradients.</summary>
public sealed class OracleCase
{
    private OracleCase(JsonElement json)
    {
        Json = json;
        Id = json.GetProperty("id").GetString()!;
        Group = json.GetProperty("group").GetString()!;
        Op = json.GetProperty("op").GetString()!;
        Inputs = Tensors(json, "inputs");
        Parameters = Tensors(json, "params");
        Upstream = Tensors(json, "upstream");
        JsonElement expected = json.TryGetProperty("expected", out JsonElement found) ? found : default;
        Outputs = Tensors(expected, "outputs");
        Gradients = Tensors(expected, "grads");
        Loss = expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("loss", out JsonElement loss) ? loss.GetDouble() : null;
    }

    /// <summary>The whole file, for what only some cases have.</summary>
    public JsonElement Json { get; }

    public string Id { get; }

    public string Group { get; }

    public string Op { get; }

    public IReadOnlyDictionary<string, OracleTensor> Inputs { get; }

    public IReadOnlyDictionary<string, OracleTensor> Parameters { get; }

    /// <summary>Where there is one, the loss is Σ upstream · output.</summary>
    public IReadOnlyDictionary<string, OracleTensor> Upstream { get; }

    public IReadOnlyDictionary<string, OracleTensor> Outputs { get; }

    public IReadOnlyDictionary<string, OracleTensor> Gradients { get; }

    public double? Loss { get; }

    public static OracleCase Load(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new(document.RootElement.Clone());
    }

    /// <summary>An option, or null where the case does not have it.</summary>
    public JsonElement? Attribute(string name) =>
        Json.TryGetProperty("attrs", out JsonElement attributes) && attributes.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>|got − expected| ≤ Absolute + Relative·|expected|.</summary>
    public (double Relative, double Absolute) Tolerance<T>()
    {
        JsonElement tolerance = Json.GetProperty("tol").GetProperty(typeof(T) == typeof(double) ? "f64" : "f32");
        return (tolerance.GetProperty("rtol").GetDouble(), tolerance.GetProperty("atol").GetDouble());
    }

    public override string ToString() => Id;

    private static Dictionary<string, OracleTensor> Tensors(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement tensors) && tensors.ValueKind == JsonValueKind.Object
            ? tensors.EnumerateObject().Where(tensor => tensor.Value.ValueKind == JsonValueKind.Object).ToDictionary(tensor => tensor.Name, tensor => OracleTensor.Read(tensor.Value))
            : [];
}
