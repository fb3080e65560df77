using NetGen.Randomness;

namespace NetGen.Samples.Drawing;

/// <summary>
/// The random numbers of one image: the n-th is a function of (seed, image, n), so that an image looks the same
/// whichever are drawn before it, and on how many threads.
/// </summary>
internal struct Dice(ulong seed, int image)
{
    private long thrown;

    /// <summary>A number from <paramref name="least"/> to below <paramref name="most"/>, all alike likely.</summary>
    /// <remarks>Negative streams: those from 0 upwards belong to initial weights.</remarks>
    public double Between(double least, double most) => least + (most - least) * CounterRandom.Uniform(seed, ~image, thrown++);

    /// <summary>A whole number from 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)Between(0, count);
}
