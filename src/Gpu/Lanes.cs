namespace NetGen.__Compiled
{
    using global::ILGPU;

    /// <summary>
    /// How groups of threads share rows, or columns: 8 rows with 16 lanes each, 32 columns with 8 lanes each. Sums are
    /// taken in a fixed order. Two that follow one another use different halves of shared memory, so that one barrier is enough.
    /// </summary>
    internal static class Lanes
    {
        public const int RowGroup = 128;
        public const int Rows = 8;
        public const int OfRow = 16;
        public const int ColumnGroup = 256;
        public const int Columns = 32;
        public const int OfColumn = 8;

        /// <summary>The sum of what the lanes of a row have.</summary>
        public static float Sum(ArrayView<float> shared, float own)
        {
            shared[Group.IdxX] = own;
            Group.Barrier();
            ArrayView<float> lanes = shared.SubView(Group.IdxX & -OfRow, OfRow);
            float sum = lanes[0];
            for (int lane = 1; lane < OfRow; lane++)
            {
                sum += lanes[lane];
            }

            return sum;
        }

        /// <summary>The largest of what the lanes of a row have.</summary>
        public static float Max(ArrayView<float> shared, float own)
        {
            shared[Group.IdxX] = own;
            Group.Barrier();
            ArrayView<float> lanes = shared.SubView(Group.IdxX & -OfRow, OfRow);
            float most = lanes[0];
            for (int lane = 1; lane < OfRow; lane++)
            {
                most = lanes[lane] > most ? lanes[lane] : most;
            }

            return most;
        }

        /// <summary>The sum of what the lanes of a column have.</summary>
        public static float SumOfColumn(ArrayView<float> shared, float own)
        {
            shared[Group.IdxX] = own;
            Group.Barrier();
            ArrayView<float> lanes = shared.SubView(Group.IdxX & (Columns - 1), (OfColumn - 1) * Columns + 1);
            float sum = lanes[0];
            for (int lane = 1; lane < OfColumn; lane++)
            {
                sum += lanes[lane * Columns];
            }

            return sum;
        }
    }
}
