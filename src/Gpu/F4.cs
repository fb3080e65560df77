namespace NetGen.__Compiled
{
    using global::ILGPU;
    using global::ILGPU.Runtime;

    /// <summary>Four neighbouring numbers, which a device loads at once.</summary>
    internal struct F4
    {
        public float X, Y, Z, W;
    }

    /// <summary>Views by fours.</summary>
    internal static class Fours
    {
        /// <summary>That of a view that starts at a multiple of 16 bytes.</summary>
        public static ArrayView<F4> Of(ArrayView<float> view) => view.AsAligned(16).Cast<F4>();
    }
}
