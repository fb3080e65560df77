using System;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>Every row drawn lay within rounding of a kink, or its bound of rounding grew without limit.</summary>
internal sealed class UndecidedException(int draws) : Exception(
    Invariant($"each of {draws} rows drawn lies so near to a kink that rounding decides which side it is on, or the bound of its rounding grows without limit. ") +
    "Networks this deep or wide are beyond a bound that supposes the worst of every rounding; prove a narrower one of the same layers.");
