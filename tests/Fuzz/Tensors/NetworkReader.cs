using NetGen.Files;
using NetGen.Reference;

namespace NetGen.Fuzz.Tensors;

/// <summary>Loads files into a network, which stays as it was where that fails.</summary>
internal sealed class NetworkReader : IReader
{
    public string Name => "network";

    public int Stream => 2;

    public Sample Make(Draws draws)
    {
        TensorDraft draft = NetworkMaker.Make(draws);
        int faults = TensorFaults.Count(draws);
        bool isRight = faults == 0;
        if (faults > 0 && draws.Chance(0.4))
        {
            NoteFaults.Apply(draft, draws);
            faults--;
        }

        return new(TensorFaults.Apply(draft, faults, draws), isRight);
    }

    public void Read(byte[] bytes, Draws draws)
    {
        var network = new ReferenceNetwork<float>(NetworkMaker.Network, 2);
        float[] before = network.Parameters.ToArray();
        try
        {
            network.Load(TensorReader.Open(bytes, draws));
        }
        catch (InvalidDataException)
        {
            if (!network.Parameters.SequenceEqual(before))
            {
                throw new FaultException("the file was refused, and the network has changed");
            }

            throw;
        }
    }
}
