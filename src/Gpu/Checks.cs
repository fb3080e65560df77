namespace NetGen.__Compiled
{
    using global::System;

    /// <summary>What is checked of the arguments of a network on a device; each says what was expected and what came.</summary>
    internal static class Checks
    {
        public static void Rows(int rows, int maximumRows, string name)
        {
            if (rows < 1 || rows > maximumRows)
            {
                throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"There are {rows} rows; expected 1 to {maximumRows}, the maximumRows that this Gpu was made for."));
            }
        }

        public static void View(long length, int rows, int size, string name)
        {
            if (length < (long)rows * size)
            {
                throw new ArgumentException(FormattableString.Invariant($"{name} has {length} numbers; expected at least {(long)rows * size}: {size} for each of {rows} rows."), name);
            }
        }

        /// <summary>A number from 0 to below a limit.</summary>
        public static void Rate(float value, string name, float below = float.PositiveInfinity)
        {
            if (!(value >= 0 && value < below))
            {
                string limit = float.IsInfinity(below) ? "a finite number of at least 0" : FormattableString.Invariant($"0 to below {below}");
                throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value}; expected {limit}."));
            }
        }

        public static void Epsilon(float epsilon)
        {
            if (!(epsilon > 0 && epsilon < float.PositiveInfinity))
            {
                throw new ArgumentOutOfRangeException(nameof(epsilon), FormattableString.Invariant($"epsilon is {epsilon}; expected a finite number above 0, such as 1e-8."));
            }
        }
    }
}
