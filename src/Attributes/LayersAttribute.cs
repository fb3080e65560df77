using System;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Marks a class as a block: the layer attributes that stand beside this one, in source order, are layers that a
/// network takes over, once or often, by <see cref="BlockAttribute"/>. Any class will do, <c>static class ResidualUnit;</c>
/// for one: nothing is added to it.
/// </summary>
/// <remarks>
/// Names are the block's own. <c>"input"</c> is what the block is given; the output of its last layer is the block's. It
/// has no input size and no loss: shapes are checked where it is repeated. Blocks may hold blocks.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
[Conditional("NETGEN_KEEP_ATTRIBUTES")]
public sealed class LayersAttribute : Attribute;
