using System;
using System.Collections.Generic;
using ILGPU.Execution;

namespace ILGPU.Runtime;

public static class KernelLoaders
{
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(this Accelerator accelerator, Action<T1, T2, T3, T4> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4>(config, action, steps, a1, a2, a3, a4));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5>(config, action, steps, a1, a2, a3, a4, a5));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, T6, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5, a6) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5, T6>(config, action, steps, a1, a2, a3, a4, a5, a6));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, T6, T7, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5, T6, T7>(config, action, steps, a1, a2, a3, a4, a5, a6, a7));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, T6, T7, T8, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5, T6, T7, T8>(config, action, steps, a1, a2, a3, a4, a5, a6, a7, a8));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9>(config, action, steps, a1, a2, a3, a4, a5, a6, a7, a8, a9));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(config, action, steps, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(config, action, steps, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(config, action, steps, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(config, action, steps, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13));
            }
        };
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action)
    {
        accelerator.Request(action.Method.Name);
        var steps = Steps.Of<Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, IEnumerator<int>>>(action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14) =>
        {
            if (stream.Accepts(config))
            {
                stream.Add(new Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(config, action, steps, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14));
            }
        };
    }
}
