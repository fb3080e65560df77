namespace NetGen.Generated.Tests.Support;

/// <summary>TEMPORARY</summary>
internal static class Proof
{
    public static string? Failure(NetworkDeclaration declaration, INetwork<float> network, Held held)
    {
        var parameters = new float[network.Layout.Count];
        network.Layout.CopyTo<float>(network.Parameters, parameters);
        var example = new Example(network.Description, parameters, network.Seed, [1, 5]);
        held.Add(5, example.LeftOut);
        return Comparison.Of(network, example);
    }
}
