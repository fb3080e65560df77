using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>dx = dy where x > 0, else a·dy, divided by rows.</summary>
internal readonly unsafe struct PReLUInputGradientWork(
    int rows, PReLUSizes sizes, float* x, int xStride, float* dy, int dyStride, float* weights, float* dx, int dxStride, bool accumulate) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int end = (int)Division.Start(rows, part + 1, parts);
        for (int row = (int)Division.Start(rows, part, parts); row < end; row++)
        {
            if (Vector512Operations.IsChosen)
            {
                Row<Vector512Elements>(x + (nint)row * xStride, dy + (nint)row * dyStride, dx + (nint)row * dxStride);
            }
            else
            {
                Row<VectorElements>(x + (nint)row * xStride, dy + (nint)row * dyStride, dx + (nint)row * dxStride);
            }

            if (!accumulate)
            {
                Panels.ClearPadding(ref dx[(nint)row * dxStride], sizes.Elements);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row<T>(float* its, float* from, float* to)
        where T : struct, IElements<T>
    {
        bool apart = sizes.Pixels == 1;
        int length = apart ? sizes.Channels : sizes.Pixels;
        for (int channel = 0; channel < (apart ? 1 : sizes.Channels); channel++, its += length, from += length, to += length)
        {
            T slope = T.Create(weights[channel]);
            int index = 0;
            for (; index <= length - T.Count; index += T.Count)
            {
                T x = T.Load(ref its[index]);
                T gradient = T.Load(ref from[index]);
                T above = T.WherePositive(x, gradient);
                T result = above + ((gradient - above) * (apart ? T.Load(ref weights[index]) : slope));
                (accumulate ? T.Load(ref to[index]) + result : result).Store(ref to[index]);
            }

            for (; index < length; index++)
            {
                float result = its[index] > 0 ? from[index] : weights[apart ? index : channel] * from[index];
                to[index] = accumulate ? to[index] + result : result;
            }
        }
    }
}
