using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>y = max(0, x) − a·max(0, −x), divided by rows.</summary>
internal readonly unsafe struct PReLUForwardWork(int rows, PReLUSizes sizes, float* x, int xStride, float* weights, float* y, int yStride) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int end = (int)Division.Start(rows, part + 1, parts);
        for (int row = (int)Division.Start(rows, part, parts); row < end; row++)
        {
            if (Vector512Operations.IsChosen)
            {
                Row<Vector512Elements>(x + (nint)row * xStride, y + (nint)row * yStride);
            }
            else
            {
                Row<VectorElements>(x + (nint)row * xStride, y + (nint)row * yStride);
            }

            Panels.ClearPadding(ref y[(nint)row * yStride], sizes.Elements);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row<T>(float* from, float* to)
        where T : struct, IElements<T>
    {
        // Elements side by side with a slope each, or channels one by one.
        bool apart = sizes.Pixels == 1;
        int length = apart ? sizes.Channels : sizes.Pixels;
        for (int channel = 0; channel < (apart ? 1 : sizes.Channels); channel++, from += length, to += length)
        {
            T slope = T.Create(weights[channel]);
            int index = 0;
            for (; index <= length - T.Count; index += T.Count)
            {
                T x = T.Load(ref from[index]);
                T a = apart ? T.Load(ref weights[index]) : slope;
                (T.ReLU(x) - (a * T.ReLU(T.Create(0) - x))).Store(ref to[index]);
            }

            for (; index < length; index++)
            {
                float a = weights[apart ? index : channel];
                to[index] = from[index] > 0 ? from[index] : a * from[index];
            }
        }
    }
}
