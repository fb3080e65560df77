using System;
using NetGen.Differentiation;

namespace NetGen.Checking;

/// <summary>A gradient by the parameters, canonical, and by the input.</summary>
internal sealed record Slopes(Bounded[] Parameters, Bounded[] Input)
{
    public static Slopes Of(
        Tape<Bounded> tape, Variable<Bounded>[] outputs, Bounded[] upstream, Variable<Bounded>[] parameters, Variable<Bounded>[] input)
    {
        tape.Backward(outputs, upstream);
        return new(Array.ConvertAll(parameters, tape.Adjoint), Array.ConvertAll(input, tape.Adjoint));
    }
}
