namespace NetGen.__Compiled
{
    /// <summary>Four neighbouring numbers, which a device loads at once.</summary>
    internal struct F4
    {
        public float X, Y, Z, W;
    }
}
